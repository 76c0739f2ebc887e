package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.suppression.RecordAddressNo;
import dev.sayso.consent.suppression.SuppressedProfiles;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.exchange.imports.ImportRowResult.Kind;
import dev.sayso.exchange.imports.ImportRowResult.Noes;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;

/**
 * Imports one row of a list of addresses: a no becomes that of everybody who has the
 * address, and is kept for it where nobody has; an address that could not be reached is
 * suppressed. It makes no profiles.
 */
@Component
class SuppressionImport {

	private final RowImport rowImport;

	private final RecordAddressNo recordAddressNo;

	private final RowNoes rowNoes;

	private final Suppressions suppressions;

	private final SuppressedProfiles suppressed;

	SuppressionImport(RowImport rowImport, RecordAddressNo recordAddressNo, RowNoes rowNoes, Suppressions suppressions,
			SuppressedProfiles suppressed) {
		this.rowImport = rowImport;
		this.recordAddressNo = recordAddressNo;
		this.rowNoes = rowNoes;
		this.suppressions = suppressions;
		this.suppressed = suppressed;
	}

	/**
	 * Imports a row in the caller's transaction.
	 */
	ImportRowResult importRow(FileRow fileRow, ImportContext context) {
		ImportRow row = new ImportRow(fileRow, context);
		Details details = this.rowImport.details(row, context);
		List<Details> addresses = RowNoes.addresses(details);
		if (addresses.isEmpty()) {
			Noes noes = (details.externalId() != null) ? this.rowNoes.recordKnown(row, details, context)
					: Noes.NONE.lost(row.answers().hasNoes());
			List<Fault> faults = new ArrayList<>(List.of(new Fault("", "", "import.fault.address")));
			faults.addAll(row.faults());
			return ImportRowResult.rejected(faults, noes.lost(row.hasUnreadAnswers()));
		}
		Noes noes = Noes.NONE;
		boolean placed = !row.answers().hasNoes();
		int kept = 0;
		for (Details address : addresses) {
			for (boolean own : new boolean[] { true, false }) {
				if (!row.answers().noes(own).isEmpty()) {
					Noes taken = record(address, row, own, context);
					placed |= taken.areTaken();
					noes = noes.and(taken);
				}
			}
			kept += row.answers().areUndeliverable() ? bounce(address, context) : 0;
		}
		if (!placed) {
			row.faults().add(new Fault("", "", "import.fault.channel"));
		}
		boolean changes = noes.recorded() + kept > 0;
		Kind kind = !placed ? Kind.REJECTED : changes ? Kind.ADDED : Kind.UNCHANGED;
		return new ImportRowResult(kind, noes.lost(!placed || row.hasUnreadAnswers()), 0, row.faults());
	}

	private Noes record(Details address, ImportRow row, boolean own, ImportContext context) {
		List<Statement> statements = this.rowNoes.timedFor(address, row.answers().noes(own));
		Map<Channel, String> addresses = address.addresses();
		long before = kept(addresses, Suppression.Kind.KEPT_SAY);
		RecordAddressNo.Outcome outcome = this.recordAddressNo.record(address,
				context.declaration(statements, row, own));
		int recorded = (int) outcome.entries().stream().filter(SuppressionImport::isNo).count()
				+ (int) (kept(addresses, Suppression.Kind.KEPT_SAY) - before);
		int stated = statements.size() * outcome.profiles().size() + outcome.kept().size();
		return new Noes(recorded, Math.max(0, stated - recorded), false);
	}

	private int bounce(Details address, ImportContext context) {
		Map<Channel, String> addresses = address.addresses();
		long before = kept(addresses, Suppression.Kind.UNDELIVERABLE);
		addresses.forEach((channel, text) -> this.suppressions.keep(channel, text, Suppression.Kind.UNDELIVERABLE,
				Origin.IMPORT, false, context.now(), context.run().source()));
		this.suppressed.addAll(addresses);
		return (int) (kept(addresses, Suppression.Kind.UNDELIVERABLE) - before);
	}

	private long kept(Map<Channel, String> addresses, Suppression.Kind kind) {
		return this.suppressions.of(addresses).stream().filter((suppression) -> suppression.kind() == kind).count();
	}

	private static boolean isNo(LedgerEntry entry) {
		return entry.after().equals(Choice.NO.value());
	}

}
