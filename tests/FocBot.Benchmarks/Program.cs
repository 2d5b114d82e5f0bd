using BenchmarkDotNet.Running;
using FocBot.Benchmarks;

switch (args)
{
    case ["hostile"]:
        Hostile.Run();
        break;
    case ["slack"]:
        await Load.Slack();
        break;
    case ["teams"]:
        await Load.Teams();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Questions).Assembly).Run(args);
        break;
}
