using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>What the bot is, who made it, what becomes of one's words, and whether to trust it.</summary>
sealed partial class About : ICommand
{
    const string You = @"(?:you|u|this bot|the bot|this (?:thing|tool|app|assistant|chatbot)|focbot|foc bot|the assistant)";

    const string Mine = @"(?:my|our|people's|users'?|user) (?:questions?|messages?|data|ips?|ip address(?:es)?|words|inputs?|chats?|conversations?|"
        + @"queries|query|information|info|privacy|name|identity)|what (?:i|we|people) (?:say|ask|type|write|enter|send)|(?:i|we) (?:say|ask|type|"
        + @"write) (?:here|you|to you)";

    // "Pouvez-vous me traduire ...", "können Sie das bitte übersetzen".
    const int WordsBeforeVerb = 5;

    public string Example => "about";

    [GeneratedRegex($@"\b(?:who|which \w+|what company) (?:\w+ )?(?:made|built|wrote|created|developed|programmed|designed|owns|runs|operates|maintains|"
        + $@"trained|is behind|pays for|are behind) (?:\w+ )?{You}\b|\bwho (?:is|are) (?:your|the) (?:maker|creator|author|developer|owner|boss|"
        + $@"operator)s?\b|\bwho do you work for\b|\bwho are you made by\b|\bwhere (?:do|are) you (?:come )?from\b")]
    private static partial Regex Maker();

    [GeneratedRegex($@"\b(?:are|r) (?:{You} )(?:really |just |actually )?(?:an? |the )?(?:real |actual )?(?:ai|a\.i|robot|bot|chatbot|human|person|"
        + $@"machine|computer|program|llm|gpt|chatgpt|language model|large language model|real|alive|sentient|copilot|people)\b|\bis (?:this|it|"
        + $@"there) (?:an? )?(?:ai|robot|bot|human|person|chatgpt|gpt|real person)\b|\b(?:do|does) {You} (?:use|run on|have) (?:an? )?(?:ai|chatgpt|gpt|"
        + $@"openai|claude|gemini|copilot|llms?|language model|artificial intelligence)\b|\b(?:do|can|will|does) {You} (?:hallucinate|make (?:things|"
        + $@"stuff|it) up|invent|lie|write|generate|paraphrase|interpret|think|have opinions?)\b|\bam i (?:talking|speaking|chatting|writing) (?:to|"
        + $@"with) (?:an? )?(?:ai|robot|bot|human|person|machine)\b|\bare (?:the |your )?answers? (?:ai[ -])?generated\b")]
    private static partial Regex Machine();

    [GeneratedRegex($@"^(?!.*\b(?:statement|recommend|governments?|states?|police|authorit|law enforcement|agenc|countr|employer|regime|minist))"
        + $@".*\b(?:do|does|did|will|would|can|could|are|is|who|where|what|how|how long|for how long|"
        + $@"which)\b.*(?:{Mine})\b.*$|\b(?:do|does) {You} (?:log|track|record|spy on|store|monitor|remember|keep|save|share|sell|collect)\b(?: (?:me|us|"
        + $@"anything|everything|this|data|logs|it))?$|\bis (?:this|it) (?:chat |conversation )?(?:confidential|private|anonymous|secure|logged|recorded|"
        + $@"safe)$|\b(?:are|is) (?:you|this) (?:recording|logging|tracking|watching|storing)\b|\bwhat do you (?:know|store|keep|remember|have) (?:about|"
        + $@"on|of) me\b")]
    private static partial Regex Words();

    [GeneratedRegex($@"\b(?:can|should|could|may|do) (?:i|we|one|people) (?:really )?(?:trust|rely on|believe|depend on|count on) (?:{You}|your|this|it|"
        + $@"the answers?)\b|\bare {You} (?:accurate|reliable|right|correct|sure|certain|trustworthy|official|objective|neutral|biased|independent|"
        + $@"always right)\b|\bhow (?:accurate|reliable|good|sure|trustworthy|correct) (?:are|is) (?:{You}|your|this|these)\b|\b(?:is|are) (?:this|that|"
        + $@"it|your (?:answers?|information)|the answers?) (?:official|reliable|accurate|correct|right|true|legal advice|up to date)$|"
        + $@"\b(?:can|could|do|will) {You} (?:ever |sometimes |also )?(?:be (?:trusted|wrong)|make (?:a |any )?(?:mistakes?|errors?)|get (?:it|things|"
        + $@"something) wrong|fail|miss (?:things|something|anything))\b|\bis (?:this|that|your answer|what you say) (?:an? |the )?official\b|"
        + $@"^what (?:can|do|could) {You} not do\b.*$|^what (?:can't|can not|cannot|don't) {You} (?:do|know)\b.*$|"
        + $@"^what(?:'s| is| are) your (?:biggest |main )?(?:limits?|limitations?|weak(?:est)? (?:point|spot)s?|weakness(?:es)?)\b.*$|"
        + $@"\bwhy should i (?:trust|believe) (?:you|this)\b|\bdo {You} speak for the \w+\b|"
        + $@"\b(?:are|is) {You} (?:part|on behalf) of\b")]
    private static partial Regex Trust();

    [GeneratedRegex($@"^(?:what|which) languages?(?: \w+)* (?:do|can|does) {You}\b.*$|\b(?:do|can) {You} (?:speak|understand|read|answer in|talk|"
        + $@"know) (?:\w+ )?(?:english|french|german|spanish|portuguese|russian|chinese|arabic|dutch|italian|other languages?|my language|\w+ish|\w+ese|"
        + $@"\w+ian|dutch|czech|any other language)\b|^can i (?:ask|write|talk)(?: \w+){{0,3}} in (?:another language|my language|other languages|\w+ish|"
        + $@"\w+ese|\w+ian|\w+ch|german|arabic|greek|hindi)$")]
    private static partial Regex Languages();

    [GeneratedRegex($@"^(?:so |and )?what (?:else )?(?:can|do|does|could|would|should) (?:{You}|i) (?:do|know|ask|say|answer|offer|ask you|say to you|"
        + $@"do here|ask here|know about|do with you|type)(?: (?:for me|about|here|with this|exactly|all day))?$|^how (?:do|does|can|should) (?:{You}|"
        + $@"this|i|it) (?:work|use (?:{You}|this|it)|use this|ask|start|begin|function|get started)$|^what (?:do )?you (?:can )?(?:do|know)$|"
        + $@"^what (?:is|are) {You}(?: for| good for| able to do| capable of)?$|^what(?:'s| is) (?:this|focbot|the bot)(?: for)?$|^who (?:are|is) {You}$|"
        + $@"^what is your (?:purpose|job|name|function|role)$|^(?:tell me |something )?about (?:you|yourself|this bot)$|^introduce yourself$|"
        + $@"^what are your (?:capabilities|features|functions)$")]
    private static partial Regex Ability();

    [GeneratedRegex($@"^(?:so |and )?(?:can|may|could|should) (?:i|we|one|people) (?:quote|use|copy|reuse|re-use|reproduce|share|print|publish|cite|"
        + $@"translate)(?: from)? (?:this|it|that|the (?:statement|text|answers?)|these|{You}|your answers?)(?: .*)?$|^(?:is|are) (?:this|the statement|"
        + $@"the text|it|your answers?) (?:copyrighted|under copyright|in the public domain|free to (?:use|quote))$|^what(?:'s| is) the (?:copyright|"
        + $@"licen[cs]e)(?: of .*)?$")]
    private static partial Regex Reuse();

    [GeneratedRegex(@"^(?:and |so |but )?(?:can|may|could|should) (?:i|we)\b")]
    private static partial Regex MayI();

    [GeneratedRegex(@"\b(?:do|did|would|don't) you (?:personally|yourself)\b|\byour (?:own |personal |honest |private )*(?:opinions?|views?|take)\b|"
        + @"^(?:and |so |but )?what do you (?:yourself |personally )?think\b")]
    private static partial Regex Opinion();

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) =>
        new((KeyOf(said.Spoken) ?? KeyOf(said.Words) ?? (AsksToWrite(said) ? "about.writing" : null)) is { } key
        ? said.Guide(said.Say.Of(key, ("languages", string.Join(", ", said.Phrases.LanguageNames))),
            Buttons.Of(said.Say, "help"), Buttons.Of(said.Say, "privacy"), Buttons.Of(said.Say, "statement"))
        : null);

    static string? KeyOf(string words) =>
        words == "about" ? "about"
        : words.Length > 200 ? null
        : Reuse().IsMatch(words) ? "about.reuse"
        : Maker().IsMatch(words) ? "about.maker"
        : Machine().IsMatch(words) ? "about.machine"
        : Words().IsMatch(words) ? "about.words"
        : Trust().IsMatch(words) ? "about.trust"
        : Languages().IsMatch(words) ? "about.languages"
        : Ability().IsMatch(words) ? "about.ability"
        : Opinion().IsMatch(words) ? "about.writing"
        : null;

    // "Write me a paragraph": the bot quotes.
    static bool AsksToWrite(CommandContext said) =>
        !MayI().IsMatch(said.Spoken) && said.Words.Split(' ').Take(said.Language == "en" ? 1 : WordsBeforeVerb).Any(said.Phrases.WritingVerbs.Contains);
}
