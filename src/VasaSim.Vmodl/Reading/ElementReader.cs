using System.Text;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Reading;

/// <summary>
/// Walks through the values of a message, whatever protocol it came by. Generated code reads an object like this:
/// <see cref="Enter"/>, then <see cref="Next"/> for each child, which must be consumed by one of the reading methods or
/// <see cref="Skip"/>; the items of a list come as children of the same name. Problems are recorded and reading goes on,
/// so that a caller who has no session learns that first. The other half of the type reads values.
/// </summary>
internal abstract partial class ElementReader
{
    private string[] _names = new string[16];
    private int[] _indexes = new int[16];
    private int _depth;

    /// <summary>The name of the child that the reader stands on.</summary>
    public abstract string Name { get; }

    /// <summary>The path of the first argument that is missing or cannot be read.</summary>
    public string? InvalidArgument { get; private set; }

    /// <summary>The first thing that makes the message unusable as a whole.</summary>
    public MethodFault? Error { get; private set; }

    /// <summary>A sentence about <see cref="Error"/>.</summary>
    public string? ErrorText { get; private set; }

    /// <summary>Starts to read the children of the current value. What it returns has to go to <see cref="Next"/>.</summary>
    public abstract bool Enter();

    /// <summary>Goes to the next child; false if there is none, the reader then stands at the parent's end.</summary>
    public abstract bool Next(bool hasChildren);

    /// <summary>Passes over the current child.</summary>
    public abstract void Skip();

    /// <summary>Reads the object that the method is called on, where the message may name it.</summary>
    public abstract void ReadTarget();

    /// <summary>Records that a required member of the object that is being read is not there.</summary>
    public void Missing(string name) => Unreadable(name, -1);

    /// <summary>Records that the message cannot be used.</summary>
    public void Fail(MethodFault error, string text)
    {
        if (Error is not null)
            return;
        Error = error;
        ErrorText = text;
    }

    /// <summary>Forgets the message before.</summary>
    protected void ForgetProblems()
    {
        _depth = 0;
        InvalidArgument = null;
        Error = null;
        ErrorText = null;
    }

    /// <summary>Records that a value is missing or cannot be read as what it is declared.</summary>
    protected void Unreadable(string name, int index) => InvalidArgument ??= Path(name, index);

    /// <summary>Records that a value says it has a type that is unknown or may not stand there.</summary>
    protected void UnsuitableType(string name, int index, string typeName)
    {
        var path = Path(name, index);
        Fail(
            new InvalidType { Argument = path },
            $"The type '{typeName}' is unknown or does not fit the argument '{path}'.");
    }

    /// <summary>Makes the member a part of the path of what is read until <see cref="Pop"/>.</summary>
    protected void Push(string name, int index)
    {
        if (_depth == _names.Length)
        {
            Array.Resize(ref _names, 2 * _depth);
            Array.Resize(ref _indexes, 2 * _depth);
        }
        _names[_depth] = name;
        _indexes[_depth++] = index;
    }

    /// <summary>Takes back one <see cref="Push"/>.</summary>
    protected void Pop() => _depth--;

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
