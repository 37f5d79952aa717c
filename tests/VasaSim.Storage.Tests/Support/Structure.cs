using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VasaSim.Storage.Tests.Support;

/// <summary>
/// Writes down a value with all that is in it, without the code under test: two values are alike when their
/// descriptions are. (Records compare the lists in them by reference.)
/// </summary>
internal static class Structure
{
    public static string Describe(object? value)
    {
        var text = new StringBuilder();
        Describe(text, value);
        return text.ToString();
    }

    private static void Describe(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                text.Append('"').Append(s).Append('"');
                break;
            case double d:
                text.Append(d.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset t:
                text.Append(t.ToString("O", CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                Describe(text, map.Keys.Cast<object>().OrderBy(key => key).Select(key => (key, map[key])));
                break;
            case IEnumerable list:
                text.Append('[');
                foreach (object? item in list)
                {
                    Describe(text, item);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case IFormattable plain when value.GetType().Namespace == "System" || value is Enum:
                text.Append(plain.ToString(null, CultureInfo.InvariantCulture));
                break;
            case bool b:
                text.Append(b);
                break;
            default:
                DescribeObject(text, value);
                break;
        }
    }

    private static void DescribeObject(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name).Append(" {");
        if (value is System.Runtime.CompilerServices.ITuple tuple)
        {
            for (int i = 0; i < tuple.Length; i++)
            {
                Describe(text, tuple[i]);
                text.Append("; ");
            }
        }
        else
        {
            foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                text.Append(property.Name).Append(" = ");
                Describe(text, property.GetValue(value));
                text.Append("; ");
            }
        }

        text.Append('}');
    }
}
