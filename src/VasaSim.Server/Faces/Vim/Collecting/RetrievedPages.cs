using System.Globalization;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Collecting;

/// <summary>
/// The pages still to be fetched of a retrieval. A collector keeps those of its last one only: as documented, a token
/// has to match that of the previous result.
/// </summary>
internal sealed class RetrievedPages
{
    private IReadOnlyList<ObjectContent> _objects = [];
    private int _next;
    private int _size;
    private long _tokens;
    private string? _token;

    public RetrieveResult Begin(IReadOnlyList<ObjectContent> objects, int size)
    {
        (_objects, _next, _size) = (objects, 0, size);
        return Take();
    }

    /// <summary>The next page, or null when the token is not that of the last one.</summary>
    public RetrieveResult? Next(string token) => token == _token ? Take() : null;

    /// <summary>Forgets the remaining pages; false when the token is not that of the last one.</summary>
    public bool Cancel(string token)
    {
        if (token != _token)
        {
            return false;
        }

        Forget();
        return true;
    }

    private RetrieveResult Take()
    {
        ObjectContent[] page = [.. _objects.Skip(_next).Take(_size)];
        _next += page.Length;
        if (_next < _objects.Count)
        {
            _token = (_tokens++).ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            Forget();
        }

        return new RetrieveResult { Token = _token, Objects = page };
    }

    private void Forget() => (_objects, _token) = ([], null);
}
