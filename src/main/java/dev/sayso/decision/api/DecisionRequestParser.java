package dev.sayso.decision.api;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.decision.DecisionRequest;
import dev.sayso.offer.placement.Placement;
import dev.sayso.shared.api.JsonMembers;
import dev.sayso.shared.api.ProblemException;

/**
 * Reads a request to decide, and points at all that is wrong with it.
 */
public final class DecisionRequestParser {

	private static final Set<String> KNOWN = Set.of("profile", "scopes", "itemCount", "context", "language", "explain",
			"dryRun");

	private static final Set<String> SCOPE = Set.of("decision", "placement");

	private static final String LIMIT = "one request asks for at most " + DecisionRequest.MOST_SCOPES
			+ " scopes, each with at most " + Placement.MOST_ITEMS + " offers";

	private final List<ProblemException.Fault> faults = new ArrayList<>();

	private DecisionRequestParser() {
	}

	/**
	 * The request in a body.
	 * @throws ProblemException 422 with everything that is wrong
	 */
	public static DecisionRequest of(ObjectNode body) {
		return new DecisionRequestParser().read(body);
	}

	private DecisionRequest read(ObjectNode body) {
		JsonMembers members = new JsonMembers(body, "", KNOWN, this.faults);
		DecisionRequest request = new DecisionRequest(members.text("profile"), scopes(members.node("scopes")),
				members.count("itemCount", Placement.MOST_ITEMS), members.object("context"), members.text("language"),
				members.flag("explain"), members.flag("dryRun"));
		if (request.language() != null && !isLanguage(request.language())) {
			members.fault("language", "is not a language (BCP 47), such as fr or pt-BR");
		}
		if (!this.faults.isEmpty()) {
			throw ProblemException.faulty(this.faults);
		}
		return request;
	}

	static boolean isLanguage(@Nullable String tag) {
		try {
			return tag != null && !tag.isEmpty() && tag.length() <= DecisionRequest.LONGEST_LANGUAGE
					&& !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
		}
		catch (IllformedLocaleException ex) {
			return false;
		}
	}

	private List<DecisionRequest.ScopeReference> scopes(JsonNode scopes) {
		List<DecisionRequest.ScopeReference> references = new ArrayList<>();
		if (!scopes.isArray() || scopes.isEmpty() || scopes.size() > DecisionRequest.MOST_SCOPES) {
			this.faults.add(new ProblemException.Fault("/scopes", fault(scopes)));
			return references;
		}
		for (int index = 0; index < scopes.size(); index++) {
			references.add(scope(scopes.get(index), "/scopes/" + index));
		}
		return references;
	}

	private static String fault(JsonNode scopes) {
		if (JsonMembers.nothing(scopes)) {
			return "is missing";
		}
		if (!scopes.isArray()) {
			return "is not a list";
		}
		return scopes.isEmpty() ? "is empty" : LIMIT;
	}

	private DecisionRequest.ScopeReference scope(JsonNode scope, String at) {
		if (!(scope instanceof ObjectNode object)) {
			this.faults.add(new ProblemException.Fault(at, "is not an object"));
			return new DecisionRequest.ScopeReference("", null);
		}
		JsonMembers members = new JsonMembers(object, at, SCOPE, this.faults);
		return new DecisionRequest.ScopeReference(members.needed("decision"), members.text("placement"));
	}

}
