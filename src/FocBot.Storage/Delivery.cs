namespace FocBot.Storage;

/// <summary>What a channel was delivered, and answers behind its acknowledgement.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Conversation">What is answered in order, one after the other.</param>
/// <param name="Id">Identifies the delivery within its conversation: a repeat has the same.</param>
/// <param name="Payload">What is needed to answer it.</param>
public sealed record Delivery(string Channel, string Conversation, string Id, byte[] Payload)
{
    /// <summary>What an earlier try composed and the channel did not take, as the channel wrote it; null where nothing was composed.</summary>
    public byte[]? Reply { get; init; }

    internal byte[] ToBytes()
    {
        using var bytes = new MemoryStream(Payload.Length + Channel.Length + Conversation.Length + Id.Length + 16);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Channel);
        writer.Write(Conversation);
        writer.Write(Id);
        writer.Write(Payload);
        return bytes.ToArray();
    }

    internal static Delivery FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return new(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadBytes(bytes.Length));
    }
}

/// <summary>A delivery that this process has claimed.</summary>
/// <param name="Id">Its number in the inbox.</param>
/// <param name="Delivery">The delivery.</param>
/// <param name="Attempts">How often it was begun, this time included, but for tries that only the channel refused.</param>
/// <param name="Refusals">How often the channel refused what was sent for it.</param>
/// <param name="Age">How long ago it was accepted.</param>
public sealed record ClaimedDelivery(long Id, Delivery Delivery, int Attempts, int Refusals, TimeSpan Age);

/// <summary>Why a delivery is closed.</summary>
public enum Outcome
{
    /// <summary>It was answered, or needed no answer.</summary>
    Answered,

    /// <summary>The turn failed, and its person was told.</summary>
    Failed,

    /// <summary>The answer was written to the channel several times, which never said whether it took it.</summary>
    Uncertain,

    /// <summary>The channel refused the answer for good.</summary>
    Refused,

    /// <summary>The channel refused the answer for a day.</summary>
    GivenUp,

    /// <summary>It ended the process, or took too long, too often.</summary>
    SetAside,

    /// <summary>Its encryption keys are gone.</summary>
    Unreadable,
}
