using System.Security.Cryptography;
using System.Text;

namespace FocBot.Storage;

/// <summary>What a channel was delivered, and answers behind its acknowledgement.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Conversation">What is worked in order.</param>
/// <param name="Id">What makes the delivery itself within its conversation: a repeat has the same.</param>
/// <param name="Payload">What is needed to answer it.</param>
sealed record Delivery(string Channel, string Conversation, string Id, byte[] Payload)
{
    const int KeyLength = 16;

    /// <summary>What the channel has read of the payload already; null after a restart.</summary>
    internal object? Read { get; init; }

    /// <summary>By which a repeat is known: a hash, so that nobody's conversations are listed where it is kept.</summary>
    internal byte[] Key() => SHA256.HashData(Encoding.UTF8.GetBytes($"{Channel}\n{Conversation}\n{Id}"))[..KeyLength];

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
