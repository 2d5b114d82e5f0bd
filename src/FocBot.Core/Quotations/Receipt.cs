using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using FocBot.Core.Statements;

namespace FocBot.Core.Quotations;

/// <summary>A short code for the very words of a passage: whoever has it can check where a quotation came from.</summary>
static class Receipt
{
    // Crockford's base 32: no letter looks like another.
    const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 7;

    internal static string Of(Passage passage)
    {
        var hash = XxHash128.Hash(Encoding.UTF8.GetBytes($"{passage.Id}\n{passage.Text}"));
        return string.Concat(hash.Take(Length).Select(b => Letters[b % Letters.Length]));
    }

    /// <summary>The passage of that code; null where it is none.</summary>
    internal static Passage? Find(Catalogue catalogue, string code) =>
        code.Length == Length
            ? catalogue.Statements.SelectMany(s => s.Passages).FirstOrDefault(p => p.Receipt.Equals(code, StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>SHA-256 over a statement's passages, in hexadecimal: another text, another hash.</summary>
    internal static string HashOf(Statement statement) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', statement.Passages.Select(p => p.Text)))));
}
