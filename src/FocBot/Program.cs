using FocBot.Channels.Cli;

return await CommandLine.Create().Parse(args).InvokeAsync();
