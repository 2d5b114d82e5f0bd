using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FocBot.Storage;

/// <summary>The keys of Data Protection in the database, so that all replicas have the same.</summary>
sealed class PostgreSqlKeys(IDatabase database) : IXmlRepository
{
    // Data Protection asks synchronously, at start and once a day; nothing here needs the calling thread.
    public IReadOnlyCollection<XElement> GetAllElements() => Wait(() =>
        database.ReadAsync(async connection =>
            (await connection.QueryAsync<string>("SELECT xml FROM data_protection_keys")).Select(XElement.Parse).ToList(), CancellationToken.None));

    public void StoreElement(XElement element, string friendlyName) => Wait(() =>
        database.WriteAsync(Durability.Full, connection => connection.ExecuteAsync(
            "INSERT INTO data_protection_keys (name, xml) VALUES (@Name, @Xml) ON CONFLICT (name) DO UPDATE SET xml = @Xml",
            new { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) }), CancellationToken.None));

    static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
