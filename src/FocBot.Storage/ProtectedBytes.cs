using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>Encrypts what is stored, and tells keys that are lost from keys that are only out of reach.</summary>
sealed class ProtectedBytes(IDataProtectionProvider protection, string purpose)
{
    readonly IDataProtector protector = protection.CreateProtector(purpose);

    /// <exception cref="StorageUnavailableException">The keys are out of reach.</exception>
    internal byte[] Protect(byte[] plain)
    {
        try
        {
            return protector.Protect(plain);
        }
        catch (CryptographicException fault)
        {
            throw new StorageUnavailableException($"The encryption keys can't be read or written: {(fault.InnerException ?? fault).Message}", fault);
        }
    }

    /// <summary>The plain bytes; null where the keys that they were encrypted with are gone, or the bytes were changed.</summary>
    /// <exception cref="StorageUnavailableException">The keys are out of reach.</exception>
    internal byte[]? Unprotect(byte[]? stored)
    {
        if (stored is null)
            return null;
        try
        {
            return protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            // Where no key can be read at all, nothing is known to be lost.
            Protect([]);
            return null;
        }
    }
}
