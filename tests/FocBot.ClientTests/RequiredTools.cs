namespace FocBot.ClientTests;

/// <summary>What the client tests need beside the .NET SDK. A test that needs a missing tool is skipped and says why.</summary>
static class RequiredTools
{
    const string Install = ".ci/run installs what the client tests need.";

    /// <summary>Chromium: the one that the environment variable CHROMIUM names, else the first on the path; null where there is none.</summary>
    internal static string? Chromium { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? (File.Exists(named) ? named : null)
        : Find("chromium", "chromium-browser", "google-chrome");

    static string? NodeProgram { get; } = Find("node");

    /// <summary>Skips the test unless there is a browser.</summary>
    internal static void NeedChromium() => Assert.SkipWhen(Chromium is null, $"Chromium is missing. {Install}");

    /// <summary>Skips the test unless Node.js and its packages are there.</summary>
    internal static void NeedNode()
    {
        Assert.SkipWhen(NodeProgram is null, $"Node.js is missing. {Install}");
        NeedPackages();
    }

    /// <summary>Skips the test unless the packages of package.json are installed; the test may read them without Node.js.</summary>
    internal static void NeedPackages() =>
        Assert.SkipUnless(Directory.Exists(Path.Combine(Node.Folder(), "node_modules")),
            $"The npm packages are missing: run npm ci in tests/FocBot.ClientTests. {Install}");

    static string? Find(params string[] programs) =>
        (from program in programs
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in OperatingSystem.IsWindows() ? (string[])[program + ".exe", program + ".cmd"] : [program]
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();
}
