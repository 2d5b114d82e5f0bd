using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Core.Users;

namespace FocBot.Core.Commands;

/// <summary>One message as a command sees it: the words, the conversation before it, and which statements it is about.</summary>
sealed class CommandContext
{
    const int MostStatements = 8;

    readonly OpenedContent content;
    readonly EarlierAnswers earlier;
    readonly Question asked, question;

    /// <param name="content">What answers.</param>
    /// <param name="asked">The message; where it names a statement, as in "in the AI statement: ...", that is its scope.</param>
    /// <param name="earlier">What the messages before it were answered with.</param>
    internal CommandContext(OpenedContent content, Question asked, EarlierAnswers earlier)
    {
        var named = Scope.Named(content.Catalogue, asked.Text);
        this.asked = asked;
        (this.content, this.earlier, question) = (content, earlier, named is var (_, rest) ? asked with { Text = rest } : asked);
        (Words, Language) = content.Phrases.Read(question);
        NamesStatement = named is not null;
        Scope = named?.Scope ?? Scope.Of(content.Catalogue, question.History);
        Say = content.Phrases.In(Language);
    }

    /// <summary>The message without the name of the statement that it began with.</summary>
    internal Question Question => question;

    /// <summary>The words untouched, as the person typed them.</summary>
    internal string Typed => question.Text;

    /// <summary>The words as commands are recognised: lower case, without politeness and the marks at the ends; a button's label as what it says.</summary>
    internal string Words { get; }

    /// <summary>The words in lower case with all their politeness: "can I" may be the question itself.</summary>
    internal string Spoken => content.Phrases.Spoken(Typed);

    /// <summary>BCP 47 tag of the language to answer in.</summary>
    internal string Language { get; }

    /// <summary>The phrases of that language.</summary>
    internal Wording Say { get; }

    internal Catalogue Catalogue => content.Catalogue;

    internal PhraseBook Phrases => content.Phrases;

    internal IUserState User => question.User;

    /// <summary>Whether this is an earlier message that a later one leans on.</summary>
    internal bool IsRecalled => question.User is RecalledUser;

    /// <summary>The person's earlier questions, oldest first.</summary>
    internal IReadOnlyList<string> History => question.History;

    /// <summary>Whether the message names the statement that it asks: then it asks nothing of the bot itself.</summary>
    internal bool NamesStatement { get; }

    /// <summary>Whether the message begins with the name of a statement that is not there.</summary>
    internal bool NamesUnknownStatement => Scope.NamesUnknown(Catalogue, asked.Text);

    /// <summary>The statements that the conversation is about.</summary>
    internal Scope Scope { get; }

    /// <summary>The answer to the person's question before this; null where this is the first.</summary>
    /// <remarks>Only questions are remembered: the answer is found again, and changes nothing that is stored.</remarks>
    internal async ValueTask<Answer?> LastAnswerAsync(CancellationToken cancel) =>
        Before is { } before ? await before.RecallAsync(cancel) : null;

    /// <summary>The message before this one, as a command would see it; null where this is the first.</summary>
    /// <remarks>A courtesy between a question and the next is passed over: "thanks" is nothing to lean on.</remarks>
    internal CommandContext? Before
    {
        get
        {
            var count = History.Count;
            while (count > 0 && Phrases.CourtesyOf(History[count - 1]) is not null)
                count--;
            return count == 0 ? null : new(content, new(History[count - 1], [.. History.Take(count - 1)]) { User = new RecalledUser(User) }, earlier);
        }
    }

    /// <summary>What this earlier message was answered with.</summary>
    internal Task<Answer> RecallAsync(CancellationToken cancel) => earlier.OfAsync(asked, cancel);

    /// <summary>Answers other words in this place of the conversation.</summary>
    internal Task<Answer> ReplyAsync(string text, CancellationToken cancel) => content.ReplyAsync(question with { Text = text }, earlier, cancel);

    /// <summary>What the search answers, with no regard to commands.</summary>
    internal Answer Search(string text) => content.Search(new(text), Scope);

    /// <summary>What each statement of the scope says about a subject, the oldest first.</summary>
    internal IReadOnlyList<Compared> Compare(string subject) => content.Compare(Scope.Statements, subject);

    /// <summary>An answer that tells something of the person.</summary>
    internal Answer GuidePersonally(string lead, params IEnumerable<Choice> choices) => Guide(lead, choices) with { IsPersonal = true };

    /// <summary>An answer of the bot about itself or its content, in the language of the conversation.</summary>
    internal Answer Guide(string lead, params IEnumerable<Choice> choices) => new(AnswerKind.Guidance, lead, [], [.. choices]) { Labels = Say.Labels };

    /// <summary>An answer by passages that belong to it alike, their statement named where there are several.</summary>
    internal Answer Show(string lead, IEnumerable<Excerpt> excerpts, params IEnumerable<Choice> choices)
    {
        List<Excerpt> quoted = [.. excerpts];
        return new(AnswerKind.Answered, Named(lead, quoted), quoted, [.. choices]) { IsList = quoted.Count > 1, Confidence = 1, Labels = Say.Labels };
    }

    /// <summary>That there is nothing to show.</summary>
    internal Answer Silent(string lead, params IEnumerable<Choice> choices) => new(AnswerKind.Silent, lead, [], [.. choices]) { Labels = Say.Labels };

    /// <summary>The lead with the statement that it is about before it, where there are several.</summary>
    internal string Named(string lead, Statement statement) => Catalogue.Statements.Count > 1 ? Say.Named(lead, statement.Front) : lead;

    /// <summary>A button that asks this statement, also where there are several.</summary>
    internal Choice Ask(Statement statement, string button) =>
        Buttons.Of(Say, button) is var choice && Catalogue.Statements.Count > 1 ? choice with { Says = $"in {statement.Id}: {choice.Says}" } : choice;

    /// <summary>The statement to take, of those that hold what is asked for; else the question which one.</summary>
    /// <param name="holds">What a statement must have.</param>
    /// <param name="cancel">Ends the turn.</param>
    internal async ValueTask<(Statement? Statement, Answer? Which)> OneAsync(Func<Statement, bool> holds, CancellationToken cancel)
    {
        var all = Scope.Statements.Where(holds).ToList();
        if (all.Count <= 1)
            return (all is [var only] ? only : Scope.Statements is [var first, ..] ? first : null, null);
        if ((await LastAnswerAsync(cancel))?.Excerpts is [var quoted, ..] && all.Find(s => s.Id == quoted.Passage.Id.Statement) is { } spokenOf)
            return (spokenOf, null);
        var choices = Offered(all).Select(s => new Choice(s.Front.ShortTitle, $"in {s.Id}: {Typed.Trim()}"));
        return (null, Guide(all.Count > MostStatements ? Say.Of("which-of-many", ("count", all.Count)) : Say["which"], choices));
    }

    /// <summary>Those of many statements that are offered as buttons: the newest, the oldest of them first.</summary>
    internal static IEnumerable<Statement> Offered(IEnumerable<Statement> statements) => statements.OrderBy(s => s.Front.Issued).TakeLast(MostStatements);

    string Named(string lead, List<Excerpt> excerpts) =>
        Catalogue.Statements.Count > 1 && excerpts.Select(e => e.Passage.Id.Statement).Distinct().Count() == 1
            ? Say.Named(lead, excerpts[0].Passage.Front)
            : lead;
}
