using FocBot.Core;

namespace FocBot.Pages;

/// <summary>The pages that the app stores ask for: privacy, terms.</summary>
static class Policies
{
    internal static void MapPolicies(this WebApplication app)
    {
        app.MapGet("/privacy", () => Page.Show("Privacy", Privacy)).ExcludeFromDescription();
        app.MapGet("/terms", () => Page.Show("Terms of use", Terms)).ExcludeFromDescription();
    }

    static Html Privacy { get; } = Html.Of($"""
        <main id="main" class="chat">
        <h1>Privacy</h1>
        <h2>What happens to a question</h2>
        <p>Your question is read in the memory of this server and answered from the statements on it. It is written to no log, goes to nobody else and trains nothing.</p>
        <h2>What is kept, and for how long</h2>
        <ul>
        <li>Your last {Question.MaxHistory} questions of a conversation, in memory only, for half an hour, so that a follow-up is understood.</li>
        <li>In Teams and Slack: a message that was received but not yet answered, encrypted, until it is answered; afterwards a fingerprint of its delivery number for a day, so that it is not answered twice.</li>
        <li>In Teams and Slack: that the app is installed in a conversation or workspace, until it is removed.</li>
        <li>What you did on the tour and in the quiz, until you say “forget me”.</li>
        </ul>
        <h2>How to be forgotten</h2>
        <p>Say “forget me” to the bot: everything that is held about you is deleted at once. Removing the app deletes what was kept for it. “privacy” says what is held right now.</p>
        <h2>Who is responsible</h2>
        <p>The organisation that runs this server. Ask whoever gave you this address.</p>
        </main>
        """);

    static Html Terms { get; } = Html.Of($"""
        <main id="main" class="chat">
        <h1>Terms of use</h1>
        <p>FocBot quotes published statements word for word and names the place where the words stand. Paragraph numbers are FocBot’s own. Check a quotation against the publisher’s text before you rely on it.</p>
        <p>FocBot gives no legal or political advice, and speaks for no government and no coalition. It is provided as it is, without warranty, under the Apache License 2.0.</p>
        </main>
        """);
}
