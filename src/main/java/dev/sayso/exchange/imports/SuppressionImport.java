package dev.sayso.exchange.imports;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.exchange.file.FilePreset;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.exchange.imports.ImportRowResult.Kind;
import dev.sayso.exchange.imports.ImportRowResult.Noes;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;

/**
 * Imports one row of a list of addresses: a no becomes that of everybody who has the
 * address, and is kept for it where nobody has; an address that could not be reached is
 * suppressed. It makes no profiles.
 */
@Component
class SuppressionImport {

	private final RowImport rowImport;

	private final RowNoes rowNoes;

	private final RecordSuppression record;

	SuppressionImport(RowImport rowImport, RowNoes rowNoes, RecordSuppression record) {
		this.rowImport = rowImport;
		this.rowNoes = rowNoes;
		this.record = record;
	}

	/** Imports a row in the caller's transaction. */
	ImportRowResult importRow(FileRow fileRow, ImportContext context) {
		ImportRow row = new ImportRow(fileRow, context);
		RowDetails details = this.rowImport.details(row);
		List<Details> addresses = details.addresses();
		if (addresses.isEmpty()) {
			row.refuse("import.fault.address");
			List<Profile> named = this.rowNoes.named(details);
			return row.rejected(named.isEmpty() ? Noes.NONE.lost(row.answers().hasNoes())
					: this.rowNoes.record(named.get(0).id(), row, List.of()));
		}
		boolean complained = FilePreset.of(context.run().plan().preset()).filter(FilePreset::areComplaints).isPresent();
		int kept = complained ? suppress(addresses, Suppression.Reason.COMPLAINT, context) : 0;
		Noes noes = this.rowNoes.record(addresses, row, List.of());
		boolean placed = !row.answers().hasNoes() || noes.arePlaced();
		kept += row.answers().areUndeliverable() ? suppress(addresses, Suppression.Reason.HARD_BOUNCE, context) : 0;
		if (!placed) {
			row.faults().add(new Fault("", "", "import.fault.channel"));
		}
		boolean changes = noes.recorded() + kept > 0;
		Kind kind = !placed ? Kind.REJECTED : changes ? Kind.ADDED : Kind.UNCHANGED;
		return row.result(kind, noes.lost(!placed), 0);
	}

	private int suppress(List<Details> addresses, Suppression.Reason reason, ImportContext context) {
		int fresh = 0;
		for (Details address : addresses) {
			for (Map.Entry<Channel, String> each : address.addresses().entrySet()) {
				Suppression stated = Suppression.of(each.getKey(), reason, false, Origin.IMPORT, context.now(), null,
						context.run().source());
				fresh += this.record.record(each.getValue(), stated, context.editor().actor()).fresh() ? 1 : 0;
			}
		}
		return fresh;
	}

}
