using FocBot.Storage;

namespace FocBot.Turns;

/// <summary>A channel that acknowledges first and answers after.</summary>
/// <remarks>
/// A handler says by what it throws how a delivery goes on: <see cref="ReplyRefusedException"/> (try again, or never),
/// <see cref="ReplyUncertainException"/> (try again, but not often), anything else (the turn failed, the person is told).
/// </remarks>
interface IInboxHandler
{
    /// <summary>Its name in the inbox.</summary>
    string Channel { get; }

    /// <summary>Answers what was delivered. Where <see cref="Delivery.Reply"/> is there, that is sent and nothing is composed.</summary>
    Task HandleAsync(Delivery delivery, CancellationToken cancel);

    /// <summary>Tells the person that their turn failed, with a reference that the log has too.</summary>
    Task ApologizeAsync(Delivery delivery, string reference, CancellationToken cancel);
}
