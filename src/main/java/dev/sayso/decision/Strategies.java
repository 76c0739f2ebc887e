package dev.sayso.decision;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the selection strategies.
 */
public interface Strategies extends CatalogueRepository<Strategy> {

	/** A content with what its strategies say now. */
	default DecisionContent resolve(DecisionContent content) {
		return content.isShared() ? resolver().apply(content) : content;
	}

	/** The same for many contents, from one reading. */
	default UnaryOperator<DecisionContent> resolver() {
		Map<String, Criterion> said = findAllByOrderByName().stream()
			.collect(Collectors.toMap(Strategy::slug, Strategy::criterion));
		return (content) -> content.isShared() ? content.resolve(said) : content;
	}

}
