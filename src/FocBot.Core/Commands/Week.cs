namespace FocBot.Core.Commands;

/// <summary>A plan for somebody new: a little every day.</summary>
sealed class Week : ICommand
{
    public string Example => "first week";

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words != "first week")
            return new((Answer?)null);
        var plan = FirstWeek.Days(said.Catalogue, said.Say).ToList();
        return new(said.Guide($"{said.Say["week"]}\n{string.Join('\n', plan.Select(d => $"{d.Day}: {d.What}"))}", plan.Select(d => new Choice(d.Day, d.Says))));
    }
}
