using System.Globalization;
using System.Xml.Linq;

namespace VasaSim.Server.Injection;

/// <summary>Gives the namespaces of a message other prefixes, all of them declared at its root.</summary>
internal static class NamespacePrefixes
{
    private static readonly XName _xsiType = XNamespace.Get("http://www.w3.org/2001/XMLSchema-instance") + "type";

    /// <summary>Changes them.</summary>
    /// <param name="root">The message.</param>
    /// <param name="drawn">A number from 0 up to 1 that the prefixes follow from.</param>
    public static void Change(XElement root, double drawn)
    {
        Dictionary<XNamespace, string> prefixes = [];
        XAttribute[] types = [.. root.DescendantsAndSelf().Attributes(_xsiType)];
        (XAttribute Attribute, XNamespace Space, string Name)[] qualified = [.. types.Select(Resolve)];
        foreach (XElement element in root.DescendantsAndSelf())
        {
            Name(element.Name.Namespace);
            foreach (XAttribute attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
            {
                Name(attribute.Name.Namespace);
            }
        }

        foreach ((XAttribute attribute, XNamespace space, string name) in qualified)
        {
            Name(space);
            attribute.Value = $"{prefixes[space]}:{name}";
        }

        root.DescendantsAndSelf().Attributes().Where(a => a.IsNamespaceDeclaration).ToArray().Remove();
        root.Add(prefixes.Select(p => new XAttribute(XNamespace.Xmlns + p.Value, p.Key.NamespaceName)));

        void Name(XNamespace space)
        {
            if (space != XNamespace.None && space != XNamespace.Xml && !prefixes.ContainsKey(space))
            {
                int number = (int)(drawn * 0xFFFF);
                prefixes[space] = string.Create(CultureInfo.InvariantCulture, $"n{number:x4}{(char)('a' + prefixes.Count)}");
            }
        }
    }

    private static (XAttribute Attribute, XNamespace Space, string Name) Resolve(XAttribute type)
    {
        string[] parts = type.Value.Split(':', 2);
        XNamespace space = parts.Length == 2 ? type.Parent!.GetNamespaceOfPrefix(parts[0])! : type.Parent!.GetDefaultNamespace();
        return (type, space, parts[^1]);
    }
}
