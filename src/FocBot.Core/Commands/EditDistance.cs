namespace FocBot.Core.Commands;

/// <summary>How many slips of the finger lie between two words.</summary>
static class EditDistance
{
    /// <summary>Inserted, deleted, exchanged or swapped letters; more than two count as three.</summary>
    internal static int Between(string a, string b)
    {
        const int many = 3;
        if (Math.Abs(a.Length - b.Length) >= many)
            return many;
        var cost = Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1]).ToArray();
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i][j] = i + j;
                    continue;
                }

                cost[i][j] = Math.Min(Math.Min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i][j] = Math.Min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }

        return Math.Min(many, cost[a.Length][b.Length]);
    }
}
