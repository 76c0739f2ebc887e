package dev.sayso.exchange.imports;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.exchange.ServiceColumns;
import dev.sayso.exchange.ServiceColumns.Result;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.shared.ProfileId;

/**
 * Records what a row says beside its noes: consents and subscriptions, of which no file
 * turns a no into anything else.
 */
@Component
class RowYeses {

	private final RecordSay recordSay;

	private final Says says;

	private final ServiceColumns services;

	RowYeses(RecordSay recordSay, Says says, ServiceColumns services) {
		this.recordSay = recordSay;
		this.says = says;
		this.services = services;
	}

	/**
	 * @param ignored how many are ignored because an explicit no stands
	 */
	record Yeses(boolean changed, int ignored) {

	}

	Yeses record(ProfileId profile, ImportRow row) {
		boolean changed = false;
		int ignored = 0;
		List<Statement> others = row.answers().others();
		if (!others.isEmpty()) {
			Say before = this.says.find(profile);
			ignored += (int) others.stream().filter((other) -> before.explicit(other.purpose()) == Choice.NO).count();
			changed = !this.recordSay.record(profile, row.context().declaration(others, row, false)).isEmpty();
		}
		for (Map.Entry<String, RowAnswers.ServiceAnswer> yes : row.answers().services(true).entrySet()) {
			Result result = this.services.record(profile, row.context().declaration(List.of(), row, false),
					yes.getKey(), true, row.answers().saidAt(yes.getKey()));
			changed |= result == Result.CHANGED;
			ignored += (result == Result.IGNORED) ? 1 : 0;
			if (result == Result.CLOSED) {
				row.faults().add(new Fault(ServiceColumns.PREFIX + yes.getKey(), "", "import.told.closed"));
			}
		}
		return new Yeses(changed, ignored);
	}

}
