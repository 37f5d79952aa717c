namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>Finds inventory objects. It has no properties.</summary>
internal sealed class SearchIndexObject() : VimObject(VimReferences.SearchIndex)
{
    public override object? Read(string property, VimScope scope) => throw Unknown(property);
}
