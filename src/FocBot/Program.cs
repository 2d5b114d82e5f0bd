using FocBot.Channels.Cli;

var said = CommandLine.Create().Parse(args);
var exit = await said.InvokeAsync();
return said.Errors.Count > 0 ? CommandLine.BadUsage : exit;
