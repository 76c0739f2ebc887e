package dev.sayso.decision.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.account.token.BrowserCall;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.FlagFailure.Code;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;

/**
 * Reads an evaluation context of OpenFeature as a request to decide.
 */
@Component
class OfrepContextParser {

	private static final String KEY = "targetingKey";

	private static final String ANONYMOUS = "anonymous";

	private static final String LANGUAGE = "language";

	private static final Pattern REFERENCE = Pattern.compile("(id|externalId|email|mobile):.*", Pattern.DOTALL);

	/** The body, of which the protocol may come to have more. */
	@Schema(name = "EvaluationContext")
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Body(@Schema(
			description = "targetingKey names the profile, from a web page by a subject key alone; language (BCP 47) the language; the rest is known of the moment.") @Nullable Map<String, Object> context) {

	}

	private final SubjectKeys subjects;

	OfrepContextParser(SubjectKeys subjects) {
		this.subjects = subjects;
	}

	/**
	 * The request for one flag, without its scope.
	 * @throws OfrepFailure when the body cannot be read or does not say who it is about
	 */
	DecisionRequest single(HttpServletRequest request) {
		Map<String, Object> context = context(request);
		Object key = context.remove(KEY);
		if ((key == null || key.equals("")) && !Boolean.TRUE.equals(context.get(ANONYMOUS))) {
			throw new OfrepFailure(Code.TARGETING_KEY_MISSING,
					"The context has no targetingKey, which names the profile, and does not say that it is anonymous.");
		}
		if (key != null && !(key instanceof String)) {
			throw new OfrepFailure(Code.INVALID_CONTEXT, "The targetingKey is not a text.");
		}
		Object language = context.get(LANGUAGE);
		if (language != null && language(language) == null) {
			throw new OfrepFailure(Code.INVALID_CONTEXT, "The language is not one (BCP 47), such as fr or pt-BR.");
		}
		BrowserCall call = BrowserCall.of(request);
		return request(profile(key, call), context, call == BrowserCall.BEYOND);
	}

	/**
	 * The request for all flags. It never fails for whom it is asked: on an error a
	 * provider goes on with the values of the person before.
	 * @throws OfrepFailure when the body cannot be read
	 */
	DecisionRequest bulk(HttpServletRequest request) {
		Map<String, Object> context = context(request);
		return request(profile(context.remove(KEY), BrowserCall.of(request)), context, true);
	}

	private static DecisionRequest request(@Nullable String profile, Map<String, Object> context, boolean dry) {
		return new DecisionRequest(profile, List.of(), 1, context, language(context.get(LANGUAGE)), false, dry);
	}

	private static Map<String, Object> context(HttpServletRequest request) {
		try {
			Map<String, Object> context = JsonBody.read(request, Body.class).context();
			return (context != null) ? context : new HashMap<>();
		}
		catch (ProblemException ex) {
			if (ex.faults().stream().anyMatch((fault) -> fault.pointer().equals("/context"))) {
				throw new OfrepFailure(Code.INVALID_CONTEXT, "The context is not an object.");
			}
			throw new OfrepFailure(Code.PARSE_ERROR, String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * The reference that a key is: that of a subject key's person, else an external id,
	 * unless it says what it is. Any other value is nobody's, and to a web page any other
	 * than a subject key.
	 */
	private @Nullable String profile(@Nullable Object key, BrowserCall call) {
		if (!(key instanceof String name) || name.isEmpty() || call == BrowserCall.BEYOND) {
			return null;
		}
		return this.subjects.read(name).map(ProfileId::toString).orElseGet(() -> reference(name, call));
	}

	private static @Nullable String reference(String name, BrowserCall call) {
		if (call != BrowserCall.NONE) {
			return null;
		}
		return (Ids.parse(name).isPresent() || REFERENCE.matcher(name).matches()) ? name : "externalId:" + name;
	}

	private static @Nullable String language(@Nullable Object language) {
		return (language instanceof String tag && DecisionRequest.isLanguage(tag)) ? tag : null;
	}

}
