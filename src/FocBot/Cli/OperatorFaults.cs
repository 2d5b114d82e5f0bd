using System.Net.Sockets;
using FocBot.Core.Content;
using FocBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FocBot.Cli;

/// <summary>Faults that whoever runs the program can mend: settings, files, addresses.</summary>
static class OperatorFaults
{
    /// <summary>What is wrong and what to do, in one message; null where the fault is the program's own.</summary>
    internal static string? Explain(Exception fault) => fault switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"{fault.Message} Stop the program that listens there, or choose another address: --urls http://localhost:3979.",
        SocketException => $"FocBot can't listen at the address of --urls or Urls: {fault.Message}. Give an address of this machine, such as "
            + $"http://localhost:3978.",
        InvalidDataException { InnerException: FormatException syntax } =>
            $"{fault.Message} {syntax.InnerException?.Message ?? syntax.Message} Correct the file and start again.",
        InvalidOperationException { InnerException: FormatException } => $"{fault.Message} Correct it in appsettings.json or the environment.",
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        StorageUnavailableException => $"The database can't be used. {fault.Message} See docs/operations.md, Storage.",
        ContentException or IOException or InvalidDataException or UnauthorizedAccessException or FormatException => fault.Message,
        _ => null,
    };
}
