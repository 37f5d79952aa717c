using System.Text.Json;

namespace VasaSim.Vmodl.OpenApi;

/// <summary>Describes the one call that is not below a release: it agrees on which.</summary>
internal static class HelloPath
{
    private static readonly JsonElement Description = JsonDocument.Parse(
        """
        {
          "servers": [ { "url": "/" } ],
          "post": {
            "operationId": "hello",
            "tags": [ "release" ],
            "description": "Tells which of the releases that a client speaks, best first, is served; an empty text means none.",
            "security": [],
            "parameters": [
              { "name": "action", "in": "query", "required": true, "schema": { "const": "hello" } }
            ],
            "requestBody": {
              "required": true,
              "content": {
                "application/json": {
                  "schema": {
                    "type": "object",
                    "properties": { "api_releases": { "type": "array", "items": { "type": "string" } } },
                    "required": [ "api_releases" ]
                  }
                }
              }
            },
            "responses": {
              "200": {
                "description": "The release to use.",
                "content": {
                  "application/json": {
                    "schema": {
                      "type": "object",
                      "properties": { "api_release": { "type": "string" } },
                      "required": [ "api_release" ],
                      "additionalProperties": false
                    }
                  }
                }
              },
              "400": {
                "description": "The body cannot be understood.",
                "content": {
                  "application/json": {
                    "schema": {
                      "type": "object",
                      "properties": {
                        "error_type": { "const": "INVALID_ARGUMENT" },
                        "messages": { "type": "array", "items": { "type": "object" }, "minItems": 1 }
                      },
                      "required": [ "error_type", "messages" ],
                      "additionalProperties": false
                    }
                  }
                }
              }
            }
          }
        }
        """).RootElement;

    public static void Write(Utf8JsonWriter json)
    {
        json.WritePropertyName("/api/vcenter/system");
        Description.WriteTo(json);
    }
}
