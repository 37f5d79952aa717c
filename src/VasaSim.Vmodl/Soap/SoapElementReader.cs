using System.Text;
using System.Xml;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Soap;

/// <summary>
/// Walks through the elements of a message. Generated code reads an object like this: <see cref="Enter"/>, then
/// <see cref="Next"/> for each child, which must be consumed by one of the reading methods or <see cref="Skip"/>.
/// Problems are recorded and reading goes on, so that a caller who has no session learns that first. The other half of
/// the type reads values.
/// </summary>
internal sealed partial class SoapElementReader(SoapLimits limits)
{
    private const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    private XmlReader _xml = null!;
    private string[] _names = new string[16];
    private int[] _indexes = new int[16];
    private int _depth;
    private int _elements;
    private bool _stopped;

    /// <summary>The local name of the element that the reader stands on.</summary>
    public string Name => _xml.LocalName;

    /// <summary>The value of <c>_this</c>, once it was read.</summary>
    public ManagedObjectReference? Target { get; private set; }

    /// <summary>The path of the first argument that is missing or cannot be read.</summary>
    public string? InvalidArgument { get; private set; }

    /// <summary>The first thing that makes the message unusable as a whole.</summary>
    public MethodFault? Error { get; private set; }

    /// <summary>A sentence about <see cref="Error"/>.</summary>
    public string? ErrorText { get; private set; }

    /// <summary>Starts to read the message that a parser was opened for.</summary>
    public void Start(XmlReader xml) => _xml = xml;

    /// <summary>Forgets the message before.</summary>
    public void Reset()
    {
        _depth = 0;
        _elements = 0;
        _stopped = false;
        Target = null;
        InvalidArgument = null;
        Error = null;
        ErrorText = null;
    }

    /// <summary>Goes to the first element of the message; false if there is none.</summary>
    public bool Root() => Next(true);

    /// <summary>Starts to read the children of the current element. What it returns has to go to <see cref="Next"/>.</summary>
    public bool Enter() => !_xml.IsEmptyElement;

    /// <summary>Goes to the next child; false if there is none, the reader then stands at the parent's end.</summary>
    public bool Next(bool hasChildren)
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

    /// <summary>Passes over the current element.</summary>
    public void Skip()
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

    /// <summary>Reads the object that the method is called on.</summary>
    public void ReadTarget() => Target = Reference("_this");

    /// <summary>Records that a required member of the object that is being read is not there.</summary>
    public void Missing(string name) => InvalidArgument ??= Path(name, -1);

    /// <summary>Records that the message cannot be used.</summary>
    public void Fail(MethodFault error, string text)
    {
        if (Error is not null)
            return;
        Error = error;
        ErrorText = text;
    }

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

    private void Unreadable(string name, int index) => InvalidArgument ??= Path(name, index);

    private void UnsuitableType(string name, int index, string typeName)
    {
        var path = Path(name, index);
        Fail(
            new InvalidType { Argument = path },
            $"The type '{typeName}' is unknown or does not fit the argument '{path}'.");
    }

    private void Push(string name, int index)
    {
        if (_depth == _names.Length)
        {
            Array.Resize(ref _names, 2 * _depth);
            Array.Resize(ref _indexes, 2 * _depth);
        }
        _names[_depth] = name;
        _indexes[_depth++] = index;
    }

    private void Pop() => _depth--;

    // The way to a member, made only when something is wrong with it: groupId[1].deviceGroupId.id
    private string Path(string name, int index)
    {
        var path = new StringBuilder();
        for (var i = 0; i < _depth; i++)
        {
            Append(path, _names[i], _indexes[i]);
            path.Append('.');
        }
        Append(path, name, index);
        return path.ToString();

        static void Append(StringBuilder path, string name, int index)
        {
            path.Append(name);
            if (index >= 0)
                path.Append('[').Append(index).Append(']');
        }
    }
}
