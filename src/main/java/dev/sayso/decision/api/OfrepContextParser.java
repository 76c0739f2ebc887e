package dev.sayso.decision.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.api.OfrepFailure.Code;
import dev.sayso.shared.Ids;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.JsonMembers;
import dev.sayso.shared.api.ProblemException;

/**
 * Reads an evaluation context of OpenFeature as a request to decide.
 */
final class OfrepContextParser {

	private static final String KEY = "targetingKey";

	private static final String ANONYMOUS = "anonymous";

	private static final Pattern REFERENCE = Pattern.compile("(id|externalId|email|mobile):.*", Pattern.DOTALL);

	private OfrepContextParser() {
	}

	/**
	 * The request, without its scopes.
	 * @throws OfrepFailure when the body cannot be read or does not say who it is about
	 */
	static DecisionRequest of(HttpServletRequest request, boolean dry) {
		JsonNode context = body(request).path("context");
		if (!(context instanceof ObjectNode known)) {
			throw JsonMembers.nothing(context) ? new OfrepFailure(Code.TARGETING_KEY_MISSING, "There is no context.")
					: new OfrepFailure(Code.INVALID_CONTEXT, "The context is not an object.");
		}
		Map<String, Object> values = new LinkedHashMap<>(JsonMembers.values(known));
		boolean anonymous = Boolean.TRUE.equals(values.remove(ANONYMOUS));
		String profile = profile(values.remove(KEY), anonymous);
		return new DecisionRequest(profile, anonymous, List.of(), 1, values, language(values.get("language")), false,
				dry);
	}

	private static ObjectNode body(HttpServletRequest request) {
		try {
			return JsonBody.read(request);
		}
		catch (ProblemException ex) {
			throw new OfrepFailure(Code.PARSE_ERROR, String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable String profile(@Nullable Object key, boolean anonymous) {
		if (key == null || key.equals("")) {
			if (anonymous) {
				return null;
			}
			throw new OfrepFailure(Code.TARGETING_KEY_MISSING,
					"The context has no targetingKey, which names the profile, and does not say that it is anonymous.");
		}
		if (!(key instanceof String name)) {
			throw new OfrepFailure(Code.INVALID_CONTEXT, "The targetingKey is not a text.");
		}
		return (Ids.parse(name).isPresent() || REFERENCE.matcher(name).matches()) ? name : "externalId:" + name;
	}

	private static @Nullable String language(@Nullable Object language) {
		if (language == null) {
			return null;
		}
		if (language instanceof String tag && DecisionRequestParser.isLanguage(tag)) {
			return tag;
		}
		throw new OfrepFailure(Code.INVALID_CONTEXT, "The language is not one (BCP 47), such as fr or pt-BR.");
	}

}
