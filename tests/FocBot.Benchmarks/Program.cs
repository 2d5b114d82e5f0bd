using BenchmarkDotNet.Running;
using FocBot.Benchmarks;

switch (args)
{
    case ["hostile"]:
        Hostile.Run();
        break;
    case ["growth", .. var sizes]:
        await Growth.RunAsync(sizes.Length == 0 ? [1, 10, 40, 200, 1_000]
            : [.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))]);
        break;
    case ["slack"]:
        await Load.Slack();
        break;
    case ["slack-soak", .. var soak]:
        return await SlackSoak.RunAsync(soak);
    // Published folders may follow, to compare builds in alternating runs: teams OLD NEW OLD NEW.
    case ["teams", .. var folders]:
        foreach (var folder in folders.DefaultIfEmpty(AppContext.BaseDirectory))
            await Load.Teams(folder);
        break;
    // The databases may follow: faults sqlite postgresql.
    case ["faults", .. var products]:
        await Faults.Run(products is [] ? [Faults.Sqlite, Faults.PostgreSql] : products);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Questions).Assembly).Run(args);
        break;
}

return 0;
