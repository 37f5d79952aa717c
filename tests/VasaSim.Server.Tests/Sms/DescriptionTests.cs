using System.Xml.Linq;

namespace VasaSim.Server.Tests.Sms;

/// <summary>The service describes itself.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public async Task The_description_and_all_that_it_imports_are_served()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        Queue<Uri> open = new([new Uri(simulator.Http.BaseAddress!, "/sms/sdk?wsdl")]);
        HashSet<Uri> seen = [.. open];

        while (open.TryDequeue(out Uri? document))
        {
            XDocument xml = XDocument.Parse(await simulator.Http.GetStringAsync(document, TestContext.Current.CancellationToken));
            foreach (XAttribute location in xml.Descendants().Attributes().Where(a => a.Name.LocalName is "location" or "schemaLocation"))
            {
                Uri import = new(document, location.Value);
                if (import.Port == document.Port && seen.Add(import))
                {
                    open.Enqueue(import);
                }
            }
        }

        Assert.Contains(seen, u => u.AbsolutePath.EndsWith("/sms-types.xsd", StringComparison.Ordinal));
        Assert.Contains(seen, u => u.AbsolutePath.EndsWith("/vim-types.xsd", StringComparison.Ordinal));
    }
}
