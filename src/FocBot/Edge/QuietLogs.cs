namespace FocBot.Edge;

/// <summary>Keeps what people type out of the log at every level: libraries log addresses and messages of exceptions, so they may only warn, whatever the
/// settings say.</summary>
static class QuietLogs
{
    static readonly string[] Trusted = ["FocBot", "Microsoft.Hosting.Lifetime"];

    // The first logs the messages of exceptions (ServerFaults logs the rest), the second puts the path of the request around every line, the third logs
    // what callers named and the messages of exceptions (McpFaults logs the rest).
    static readonly string[] Silent = ["Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.Hosting.Diagnostics", "ModelContextProtocol"];

    internal static void AddQuietLogs(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        var rules = options.Rules.Where(rule => !IsOneOf(Silent, rule.CategoryName)).Select(rule =>
            IsOneOf(Trusted, rule.CategoryName) ? rule
                : new(rule.ProviderName, rule.CategoryName, Bounded(rule.LogLevel ?? options.MinLevel), rule.Filter)).ToList();
        options.Rules.Clear();
        foreach (var rule in rules)
            options.Rules.Add(rule);
        if (!rules.Exists(rule => rule.CategoryName is null))
            options.Rules.Add(new(null, null, LogLevel.Warning, null));
        foreach (var category in Silent)
            options.Rules.Add(new(null, category, LogLevel.None, null));
    });

    static bool IsOneOf(string[] names, string? category) =>
        category is not null && Array.Exists(names, name => category.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    static LogLevel Bounded(LogLevel level) => level < LogLevel.Warning ? LogLevel.Warning : level;
}
