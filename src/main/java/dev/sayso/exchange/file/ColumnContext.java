package dev.sayso.exchange.file;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;
import dev.sayso.exchange.file.ColumnTarget.Kind;

/**
 * What the columns beside it tell of a column.
 */
final class ColumnContext {

	/** A file of what was bought or booked. */
	private static final Pattern TRADE = ChannelTerms
		.terms("\\b(?:orders?|invoices?|amounts?|price|products?|sku|quantity|qty|booking|reservation|appointments?|event|ticket|delivery|shipping|shipment|payment|paid|refund\\w*|returns?|item"
				+ "|total|bestell\\w*|bestelling\\w*|rechnung\\w*|betrag|factuur|bedrag|afspraak|termin|commandes?|facture|montant|rendez vous|pedidos?|factura|importe|cita|ordin[ei]|fattura|importo"
				+ "|заказ\\w*|сумма|zamowieni\\w*|kwota|faktura)\\b");

	private static final Pattern MAIL = ChannelTerms.terms("(?<!\\be )\\bmails?\\b");

	private ColumnContext() {
	}

	/** Corrects what columns were taken for by their names alone. */
	static void adjust(List<String> header, List<ColumnTarget> targets, FilePreset preset) {
		boolean trade = isTrade(header);
		for (int i = 0; i < targets.size(); i++) {
			ColumnTarget target = targets.get(i);
			if (preset.columns().containsKey(ColumnHeaders.normalise(header.get(i))) || !target.isAnswer()) {
				continue;
			}
			if (trade && target.kind() == Kind.NO && StopTerms.isVague(header.get(i))) {
				targets.set(i, ColumnTarget.NOTHING);
			}
			else if (isTimeOfAll(header.get(i), target)) {
				targets.set(i, timeOf(i, header, targets));
			}
			else if (target.purpose().orElseThrow() == Purpose.MARKETING_EMAIL && isPost(header.get(i), header)) {
				targets.set(i, new ColumnTarget(target.kind(), Purpose.MARKETING_POSTAL_MAIL.key()));
			}
		}
	}

	/**
	 * Whether a file is one of orders or bookings, whose states are not those of people.
	 */
	static boolean isTrade(List<String> header) {
		return header.stream().anyMatch((name) -> TRADE.matcher(ChannelTerms.words(name)).find())
				&& header.stream().noneMatch(ColumnContext::isOfSubscribers);
	}

	private static boolean isOfSubscribers(String name) {
		return StopTerms.namesList(name) || ColumnTerms.namesConsent(name)
				|| StopTerms.in(name).isPresent() && !StopTerms.isVague(name);
	}

	private static boolean isTimeOfAll(String name, ColumnTarget target) {
		return target.equals(ColumnTarget.no(Purpose.MARKETING_ANY)) && ColumnTerms.isTime(name)
				&& StopTerms.purpose(name).isEmpty();
	}

	/** A time that names no channel is that of the stop beside it, which may name one. */
	private static ColumnTarget timeOf(int column, List<String> header, List<ColumnTarget> targets) {
		for (int i = 0; i < targets.size(); i++) {
			ColumnTarget target = targets.get(i);
			boolean named = target.kind() == Kind.NO && target.purpose().flatMap(Purpose::channel).isPresent();
			if (i != column && named && !ColumnTerms.isTime(header.get(i))) {
				ColumnTarget time = target.as(Kind.SAID_AT);
				return targets.contains(time) ? ColumnTarget.NOTHING : time;
			}
		}
		return targets.get(column);
	}

	/**
	 * Where a column of the same name is about e-mail, one about mail is about letters.
	 */
	private static boolean isPost(String name, List<String> header) {
		String words = ChannelTerms.words(name);
		return MAIL.matcher(words).find() && header.stream()
			.map(ChannelTerms::words)
			.filter((other) -> !other.equals(words))
			.anyMatch((other) -> Objects.equals(other.replaceAll("\\be ?mail", "mail"), words));
	}

}
