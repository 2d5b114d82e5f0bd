using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FocBot.ClientTests;

/// <summary>Runs a judge under Node.js; <c>npm ci</c> in this folder installs what it needs.</summary>
static class Node
{
    /// <summary>A file of an installed package. Without the packages the test is skipped.</summary>
    internal static string Package(string path)
    {
        RequiredTools.NeedPackages();
        return Path.Combine(Folder(), "node_modules", path);
    }

    internal static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    /// <summary>What the judge says of its input; the test fails where it finds a fault, and is skipped without Node.js.</summary>
    internal static async Task<string> Judge(string script, string input, params string[] arguments)
    {
        RequiredTools.NeedNode();
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder(), "judges", script), .. arguments])
        {
            WorkingDirectory = Folder(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        var (said, faults) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, $"{await said}\n{await faults}");
        return await said;
    }
}
