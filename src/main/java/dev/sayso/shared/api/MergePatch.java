package dev.sayso.shared.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Patches JSON as RFC 7396, section 2, has it: what is absent stays, null removes.
 */
public final class MergePatch {

	private MergePatch() {
	}

	/**
	 * @param path names from the object to the member, with dots between them
	 */
	public static void put(ObjectNode object, String path, JsonNode patch) {
		String[] names = path.split("\\.");
		ObjectNode owner = object;
		for (int name = 0; name < names.length - 1; name++) {
			owner = (owner.get(names[name]) instanceof ObjectNode there) ? there : owner.putObject(names[name]);
		}
		patch(owner, names[names.length - 1], patch);
	}

	private static void patch(ObjectNode owner, String name, JsonNode patch) {
		JsonNode patched = merge(owner.get(name), patch);
		if (patched == null) {
			owner.remove(name);
		}
		else {
			owner.set(name, patched);
		}
	}

	private static @Nullable JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
		if (patch.isNull()) {
			return null;
		}
		if (!(patch instanceof ObjectNode members)) {
			return patch;
		}
		ObjectNode merged = (target instanceof ObjectNode object) ? object : members.objectNode();
		members.properties().forEach((member) -> patch(merged, member.getKey(), member.getValue()));
		return merged;
	}

}
