using System.Xml;
using VasaSim.Vmodl.Reading;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Soap;

/// <summary>Walks through the elements of a SOAP message. The other half of the type reads values.</summary>
internal sealed partial class SoapElementReader(MessageLimits limits) : ElementReader
{
    private const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    private XmlReader _xml = null!;
    private int _elements;
    private bool _stopped;

    /// <summary>The local name of the element that the reader stands on.</summary>
    public override string Name => _xml.LocalName;

    /// <summary>The value of <c>_this</c>, once it was read.</summary>
    public ManagedObjectReference? Target { get; private set; }

    /// <summary>Starts to read the message that a parser was opened for.</summary>
    public void Start(XmlReader xml) => _xml = xml;

    /// <summary>Forgets the message before.</summary>
    public void Reset()
    {
        ForgetProblems();
        _elements = 0;
        _stopped = false;
        Target = null;
    }

    /// <summary>Goes to the first element of the message; false if there is none.</summary>
    public bool Root() => Next(true);

    /// <inheritdoc/>
    public override bool Enter() => !_xml.IsEmptyElement;

    /// <inheritdoc/>
    public override bool Next(bool hasChildren)
    {
        if (!hasChildren)
            return false;
        while (Move())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element:
                    return true;
                case XmlNodeType.EndElement:
                    return false;
            }
        }
        return false;
    }

    /// <inheritdoc/>
    public override void Skip()
    {
        var hasChildren = Enter();
        while (Next(hasChildren))
            Skip();
    }

    /// <summary>Reads to the end of the message, so that a truncated one is not mistaken for a whole one.</summary>
    public void Finish()
    {
        while (Move())
        {
        }
    }

    /// <inheritdoc/>
    public override void ReadTarget() => Target = Reference("_this");

    private bool Move()
    {
        if (_stopped || !ReadNode())
            return false;
        if (_xml.NodeType != XmlNodeType.Element)
            return true;
        if (_xml.Depth >= limits.MaxDepth)
            return Stop($"The request is nested deeper than {limits.MaxDepth} elements.");
        if (++_elements > limits.MaxElements)
            return Stop($"The request has more than {limits.MaxElements} elements.");
        return true;
    }

    private bool ReadNode()
    {
        try
        {
            return _xml.Read();
        }
        // The UTF-8 parser's way to say that a name is missing, where all others throw the exception meant for it.
        catch (ArgumentException exception)
        {
            throw new XmlException("A name is missing.", exception);
        }
    }

    private bool Stop(string text)
    {
        _stopped = true;
        Fail(new InvalidRequest(), text);
        return false;
    }
}
