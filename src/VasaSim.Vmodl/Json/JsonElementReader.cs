using System.Text.Json;
using VasaSim.Vmodl.Reading;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Json;

/// <summary>
/// Walks through a parsed JSON message. The items of an array come as children that all have the array's name, so that
/// one reader per type serves both protocols. The other half of the type reads values.
/// </summary>
internal sealed partial class JsonElementReader(MessageLimits limits) : ElementReader
{
    private readonly Stack<Children> _open = new();
    private JsonElement _value;
    private string _name = "";
    private bool _isItem;
    private int _elements;

    /// <inheritdoc/>
    public override string Name => _name;

    /// <summary>Starts to read a message, which must be kept until reading ends.</summary>
    public void Start(JsonElement root) => _value = root;

    /// <inheritdoc/>
    public override bool Enter()
    {
        if (_value.ValueKind != JsonValueKind.Object)
            return false;
        _open.Push(new(_value));
        return true;
    }

    /// <inheritdoc/>
    public override bool Next(bool hasChildren)
    {
        if (!hasChildren)
            return false;
        var children = _open.Peek();
        while (children.MoveNext())
        {
            if (children.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (++_elements > limits.MaxElements)
            {
                Fail(new InvalidRequest(), $"The request has more than {limits.MaxElements} values.");
                break;
            }
            _name = children.Name;
            _value = children.Value;
            _isItem = children.AreItems;
            return true;
        }
        _open.Pop();
        return false;
    }

    /// <summary>Does nothing: there is no text to pass over.</summary>
    public override void Skip()
    {
    }

    /// <summary>Passes over the object that the message names: the address of the call says which it is.</summary>
    public override void ReadTarget() => Skip();

    /// <summary>The members of an object, with the items of an array in place of the array.</summary>
    private sealed class Children(JsonElement owner)
    {
        private JsonElement.ObjectEnumerator _members = owner.EnumerateObject();
        private JsonElement.ArrayEnumerator _items;

        public string Name { get; private set; } = "";

        public JsonElement Value { get; private set; }

        public bool AreItems { get; private set; }

        public bool MoveNext()
        {
            while (true)
            {
                if (AreItems && _items.MoveNext())
                {
                    Value = _items.Current;
                    return true;
                }
                if (!_members.MoveNext())
                    return false;
                Name = _members.Current.Name;
                Value = _members.Current.Value;
                AreItems = Value.ValueKind == JsonValueKind.Array;
                if (!AreItems)
                    return true;
                _items = Value.EnumerateArray();
            }
        }
    }
}
