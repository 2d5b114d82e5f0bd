using System.Text;

namespace FocBot.Core.Content;

/// <summary>A fault in a content file: where it is, what is wrong, and what to do.</summary>
public sealed record ContentFault(string File, int Line, string Wrong, string Cure)
{
    public override string ToString() => $"{File}:{Line}: {Wrong} {Cure}";
}

/// <summary>The content can't be read; <see cref="Exception.Message"/> lists every fault.</summary>
public sealed class ContentException(IReadOnlyList<ContentFault> faults) : Exception(Describe(faults))
{
    public IReadOnlyList<ContentFault> Faults { get; } = faults;

    static string Describe(IReadOnlyList<ContentFault> faults)
    {
        var text = new StringBuilder().Append(faults.Count).Append(faults.Count == 1 ? " fault" : " faults").AppendLine(" in the content:");
        foreach (var fault in faults)
            text.Append("  ").Append(fault).AppendLine();
        return text.ToString().TrimEnd();
    }
}
