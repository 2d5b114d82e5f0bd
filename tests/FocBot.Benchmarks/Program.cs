using BenchmarkDotNet.Running;
using FocBot.Benchmarks;

if (args is ["hostile"])
    Hostile.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(Questions).Assembly).Run(args);
