namespace FocBot.Search.Ranking;

/// <summary>One kind of evidence that a passage answers a question. All but the last two hold for any statement.</summary>
enum Feature
{
    /// <summary>BM25 of the passage's text, by the question's summed idf.</summary>
    Passage,

    /// <summary>BM25 of its best sentence, by the question's summed idf.</summary>
    Sentence,

    /// <summary>BM25 of its heading, by the question's summed idf.</summary>
    Heading,

    /// <summary>Share of the question's idf that the passage's text has.</summary>
    InText,

    /// <summary>Whether the passage has the kind of thing that is asked for.</summary>
    AnswerType,

    /// <summary>Cosine of the question and the passage with its heading; 0 without the encoder.</summary>
    PassageVector,

    /// <summary>Cosine of the question and the best sentence; 0 without the encoder.</summary>
    SentenceVector,

    /// <summary>BM25 of the best sample question, by the question's summed idf.</summary>
    Sample,

    /// <summary>Log of the share of the passage among the sample questions around the question, by their cosines; 0 without the encoder.</summary>
    SampleVector,

    /// <summary>Log of the probability that the statement's classifier gives the passage; 0 without sample questions.</summary>
    Class,
}
