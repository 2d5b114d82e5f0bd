using FocBot.Cli;

// Expressions read what people type: none may run for longer than this, whatever it meets.
AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(1));

using var interruption = new Interruption();
var said = CommandLine.Create().Parse(args);
var exit = await said.InvokeAsync(new() { ProcessTerminationTimeout = null }, interruption.Token);
return said.Errors.Count > 0 ? CommandLine.BadUsage : exit;
