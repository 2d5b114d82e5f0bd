using System.Reflection;
using System.Runtime.CompilerServices;
using FocBot;
using FocBot.Core;
using FocBot.Core.Commands;
using FocBot.Search.Searching;

namespace FocBot.Tests.House;

/// <summary>The rules of the house, read off the assemblies and the sources.</summary>
public sealed class HouseRules
{
    static readonly Assembly[] Rooms = [typeof(Bot).Assembly, typeof(LuceneSearch).Assembly, typeof(FocBot.Storage.Inbox).Assembly, typeof(HostSetup).Assembly];

    static readonly string[] RefusedNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Shared",
        "Base", "Impl", "Service", "Processor", "Provider", "Factory", "Dto", "Model", "Info", "Data", "Constants"];

    static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    static IEnumerable<string> Sources => Directory.GetFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    static IEnumerable<Type> OurTypes => Rooms.SelectMany(a => a.GetTypes()).Where(t => t.Namespace?.StartsWith("FocBot", StringComparison.Ordinal) == true
        && !t.IsDefined(typeof(CompilerGeneratedAttribute)) && t.DeclaringType is null && !t.Name.Contains('<', StringComparison.Ordinal)
        // Razor writes the classes of pages.
        && !t.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.ComponentBase)) && t.Name != "_Imports");

    [Fact]
    public void The_bot_knows_neither_ASP_NET_nor_Lucene() =>
        Assert.DoesNotContain(typeof(Bot).Assembly.GetReferencedAssemblies(), a =>
            a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || a.Name.StartsWith("Lucene", StringComparison.Ordinal));

    [Fact]
    public void Only_the_finder_knows_Lucene() =>
        Assert.DoesNotContain(typeof(HostSetup).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Lucene", StringComparison.Ordinal));

    [Fact]
    public void The_finder_does_not_know_ASP_NET() =>
        Assert.DoesNotContain(typeof(LuceneSearch).Assembly.GetReferencedAssemblies(), a =>
            a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void The_storage_knows_neither_channels_nor_the_finder() =>
        Assert.DoesNotContain(typeof(FocBot.Storage.Inbox).Assembly.GetReferencedAssemblies(), a =>
            a.Name is "focbot" or "FocBot.Search" || a.Name!.StartsWith("Lucene", StringComparison.Ordinal));

    [Fact]
    public void Classes_are_sealed_or_static() =>
        Assert.Empty(OurTypes.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract).Select(t => t.FullName));

    [Fact]
    public void No_type_has_a_refused_name() =>
        Assert.Empty(OurTypes.Where(t => RefusedNames.Any(n => t.Name.EndsWith(n, StringComparison.Ordinal))).Select(t => t.FullName));

    [Fact]
    public void No_file_is_over_250_lines() =>
        Assert.DoesNotContain(Sources, f => File.ReadLines(f).Count() > 250);

    [Fact]
    public void No_channel_knows_another()
    {
        var channels = Directory.GetDirectories(Path.Combine(Root(), "src/FocBot/Channels")).Select(d => Path.GetFileName(d)).ToList();
        foreach (var channel in channels)
        {
            var code = string.Concat(Directory.GetFiles(Path.Combine(Root(), "src/FocBot/Channels", channel), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText));
            // The command line lists the commands that others bring along.
            Assert.All(channels.Where(c => c != channel && channel != "Cli" && c != "Cli"), c =>
                Assert.DoesNotContain($"using FocBot.Channels.{c}", code, StringComparison.Ordinal));
            Assert.DoesNotContain("using FocBot.Search", code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_command_in_the_sources_is_on_the_list()
    {
        var commands = typeof(Bot).Assembly.GetTypes()
            .Where(t => t.IsClass && t.IsAssignableTo(typeof(ICommand)));
        Assert.Equal(commands.ToHashSet(), CommandList.All.Select(c => c.GetType()).ToHashSet());
    }

    [Fact]
    public void No_code_knows_a_statement_by_its_name_or_its_numbers()
    {
        var statements = ShippedContent.Catalogue.Statements;
        var own = statements.SelectMany(s => s.Strengths.Select(w => w.Wording).Append(s.Front.IssuerShort).Append(s.Id).Append(s.Front.Title))
            .Select(w => $"\"{w}\"")
            .Append("Statements[0]").Append("eleven recommendations").Concat(statements.Select(s => s.Id));
        foreach (var file in Sources.Where(f => f.Contains("FocBot.Core", StringComparison.Ordinal) || f.Contains("FocBot.Search", StringComparison.Ordinal)))
            Assert.All(own, word => Assert.DoesNotContain(word,
                string.Concat(File.ReadLines(file).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal))), StringComparison.OrdinalIgnoreCase));
    }

    // What takes any statement for an example, or the only one of a folder.
    static readonly string[] TakeTheFirst = ["ApiChannel.cs", "ApiExamples.cs", "TrainerEndpoints.cs", "StatementAdd.cs"];

    [Fact]
    public void No_page_or_command_takes_the_first_statement_for_the_one_that_is_meant() => Assert.All(
        Directory.GetFiles(Path.Combine(Root(), "src"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Where(f => !TakeTheFirst.Contains(Path.GetFileName(f))),
        file => Assert.DoesNotMatch(@"Statements(?:\[0\]|\.First\(\)|\.FirstOrDefault\(\))", File.ReadAllText(file)));

    [Fact]
    public void Statements_know_neither_how_they_are_read_nor_how_they_are_asked()
    {
        var sources = Directory.GetFiles(Path.Combine(Root(), "src/FocBot.Core/Statements"), "*.cs").Select(File.ReadAllText);
        Assert.All(sources, code => Assert.DoesNotContain(new[] { "Answering", "Commands", "Content", "Quotations" }, room =>
            code.Contains($"FocBot.Core.{room}", StringComparison.Ordinal)));
    }
}
