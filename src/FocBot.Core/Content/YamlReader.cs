using System.Globalization;
using FocBot.Core.Statements;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FocBot.Core.Content;

/// <summary>Reads lists of entries from YAML, and reports what is wrong with file, line and cure.</summary>
sealed class YamlReader
{
    readonly string file;
    readonly Statement statement;
    readonly List<ContentFault> faults;
    readonly YamlMappingNode? root;

    internal YamlReader(string file, IReadOnlyList<string> lines, Statement statement, List<ContentFault> faults)
    {
        (this.file, this.statement, this.faults) = (file, statement, faults);
        try
        {
            var stream = new YamlStream();
            using var text = new StringReader(string.Join('\n', lines));
            stream.Load(text);
            root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode as YamlMappingNode;
        }
        catch (YamlException fault)
        {
            faults.Add(new(file, (int)fault.Start.Line, $"This is not YAML: {fault.Message}", "Compare it with the lines around it."));
        }
    }

    /// <summary>The entries of a list; faulty ones are left out.</summary>
    internal List<T> List<T>(string name, Func<Entry, T> read)
    {
        var all = new List<T>();
        if (root is null || !root.Children.TryGetValue(new YamlScalarNode(name), out var node))
            return all;
        if (node is not YamlSequenceNode entries)
        {
            faults.Add(new(file, (int)node.Start.Line, $"'{name}' is not a list.", "Begin each entry with '- '."));
            return all;
        }

        foreach (var entry in entries)
        {
            var known = faults.Count;
            if (entry is not YamlMappingNode fields)
            {
                faults.Add(new(file, (int)entry.Start.Line, $"This is not an entry of '{name}'.", "Write it as '- { name: ..., ... }'."));
                continue;
            }

            foreach (var (field, value) in fields.Children.Where(f => f.Value is YamlScalarNode { Value: null or "" }))
                faults.Add(new(file, (int)value.Start.Line, $"'{field}' has no value.",
                    "Give it one; words with a comma or a colon in them stand in \"quotation marks\"."));
            var one = read(new(this, fields));
            if (faults.Count == known)
                all.Add(one);
        }

        return all;
    }

    /// <summary>One entry of a list.</summary>
    internal sealed class Entry(YamlReader reader, YamlMappingNode fields)
    {
        internal int Line => (int)fields.Start.Line;

        internal bool Has(string field) => Node(field) is not null;

        internal string Text(string field, bool required = true)
        {
            if (Node(field) is YamlScalarNode { Value: { Length: > 0 } value })
                return value;
            if (required)
                Fault($"'{field}' is missing.", $"Add '{field}: ...'.");
            return "";
        }

        internal IReadOnlyList<string> Texts(string field) =>
            Node(field) is YamlSequenceNode all ? [.. all.OfType<YamlScalarNode>().Select(s => s.Value ?? "")] : [];

        internal PassageId Passage(string field = "passage") => Read(Node(field)) ?? Missing(field);

        internal IReadOnlyList<PassageId> Passages(string field)
        {
            var passages = (Node(field) as YamlSequenceNode ?? []).Select(Read).OfType<PassageId>().ToList();
            if (passages.Count == 0)
                Missing(field);
            return passages;
        }

        /// <summary>Reports words that do not stand in the passage.</summary>
        internal void MustStandIn(PassageId passage, IEnumerable<string> words)
        {
            if (reader.statement.Find(passage.Number) is not { } text)
                return;
            foreach (var one in words.Where(w => !text.Text.Contains(w, StringComparison.OrdinalIgnoreCase)))
                Fault($"'{one}' does not stand in passage {passage.Number}.", "Copy the words from statement.md.");
        }

        internal void Fault(string what, string cure) => reader.faults.Add(new(reader.file, Line, what, cure));

        YamlNode? Node(string field) => fields.Children.TryGetValue(new YamlScalarNode(field), out var node) ? node : null;

        PassageId Missing(string field)
        {
            Fault($"'{field}' names no passage.", $"The passages are numbered 1 to {reader.statement.Passages.Count}.");
            return default;
        }

        PassageId? Read(YamlNode? node)
        {
            if (node is not YamlScalarNode { Value: { } value })
                return null;
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && reader.statement.Find(number) is { } passage)
                return passage.Id;
            Fault($"'{value}' is not a passage.", $"The passages are numbered 1 to {reader.statement.Passages.Count}.");
            return null;
        }
    }
}
