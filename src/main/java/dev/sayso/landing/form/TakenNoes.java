package dev.sayso.landing.form;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.service.SubscriptionStatement;

/**
 * What the noes are about that were taken of a form.
 *
 * @param services by their keys
 * @param until until when nothing is to come; null where that was not asked
 */
public record TakenNoes(List<Purpose> purposes, List<String> services, @Nullable LocalDate until) {

	public static final TakenNoes NOTHING = new TakenNoes(List.of(), List.of(), null);

	public static TakenNoes of(List<Statement> noes, List<SubscriptionStatement> services, @Nullable LocalDate until) {
		return new TakenNoes(noes.stream().map(Statement::purpose).toList(),
				services.stream().map(SubscriptionStatement::service).toList(), until);
	}

	public boolean isEmpty() {
		return this.purposes.isEmpty() && this.services.isEmpty() && this.until == null;
	}

}
