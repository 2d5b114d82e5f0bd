using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>Encrypts with a key of this process (AES-256-GCM), which travels, itself protected, with all that it encrypts.</summary>
/// <remarks>Data protection derives a key for every message, which costs many times what the encryption costs.</remarks>
sealed class Envelope : IDisposable
{
    const int KeyLength = 32, NonceLength = 12, TagLength = 16, LengthLength = 2;

    static readonly Range Nonce = ..NonceLength, Tag = NonceLength..(NonceLength + TagLength), Words = (NonceLength + TagLength)..;

    readonly byte[] protectedKey;
    readonly AesGcm cipher;
    readonly Lock turn = new();
    ulong used;

    internal Envelope(IDataProtector protector)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        protectedKey = protector.Protect(key);
        cipher = new(key, TagLength);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>The length of the protected key, the key, nonce, tag, what was encrypted.</summary>
    internal byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var whole = new byte[LengthLength + protectedKey.Length + NonceLength + TagLength + plain.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(whole, (ushort)protectedKey.Length);
        protectedKey.CopyTo(whole, LengthLength);
        var box = whole.AsSpan(LengthLength + protectedKey.Length);
        lock (turn)
        {
            // A count: the key is this process's own, so no nonce comes twice.
            BinaryPrimitives.WriteUInt64LittleEndian(box[Nonce], used++);
            cipher.Encrypt(box[Nonce], plain, box[Words], box[Tag]);
        }

        return whole;
    }

    /// <summary>Opens what any process sealed.</summary>
    /// <exception cref="CryptographicException">The keys that protected it are gone, or it was changed.</exception>
    internal static byte[] Open(ReadOnlySpan<byte> whole, IDataProtector protector)
    {
        if (!BinaryPrimitives.TryReadUInt16LittleEndian(whole, out var length) || whole.Length < LengthLength + length + NonceLength + TagLength)
            throw new CryptographicException("It was cut short.");
        using var its = new AesGcm(protector.Unprotect(whole.Slice(LengthLength, length).ToArray()), TagLength);
        var box = whole[(LengthLength + length)..];
        var plain = new byte[box[Words].Length];
        its.Decrypt(box[Nonce], box[Words], box[Tag], plain);
        return plain;
    }

    public void Dispose() => cipher.Dispose();
}
