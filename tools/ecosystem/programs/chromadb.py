# requires: chromadb
# runs: OpenAIEmbeddingFunction: embeddings, a collection with queries, Azure, errors
import os

import chromadb
from chromadb.utils.embedding_functions import OpenAIEmbeddingFunction

os.environ["CHROMA_OPENAI_API_KEY"] = "sk-local"
function = OpenAIEmbeddingFunction(api_key="sk-local", model_name="text-embedding-3-small", dimensions=8)
print("embedding", [[round(float(number), 6) for number in vector] for vector in function(["tea", "ice"])])
print("config", sorted(function.get_config()))
client = chromadb.EphemeralClient(chromadb.Settings(anonymized_telemetry=False))
collection = client.create_collection("drinks", embedding_function=function)
collection.add(ids=["1", "2", "3"], documents=["Tea is hot", "Ice is cold", "Rain is wet"])
found = collection.query(query_texts=["What is hot?"], n_results=2)
print("query", found["documents"], [[round(distance, 4) for distance in row] for row in found["distances"]])
azure = OpenAIEmbeddingFunction(
    api_key="k", api_type="azure", api_base=os.environ["OPENAI_BASE_URL"][: -len("/v1")], api_version="2024-10-21",
    deployment_id="text-embedding-3-small", model_name="text-embedding-3-small",
)  # fmt: skip
print("azure", azure(["tea"])[0].shape)
for name in ("error-401", "no-such-model"):
    try:
        OpenAIEmbeddingFunction(api_key="sk-local", model_name=name)(["tea"])
    except Exception as error:
        print("error", name, type(error).__name__, str(error)[:200])
