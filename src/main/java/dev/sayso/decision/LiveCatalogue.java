package dev.sayso.decision;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.sayso.audience.AudienceChanged;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.person.AttributesChanged;
import dev.sayso.store.CountedSnapshot;

/**
 * Keeps in memory what decisions are taken by.
 */
@Component
public class LiveCatalogue {

	private final CountedSnapshot<LiveSnapshot> snapshot;

	LiveCatalogue(LiveSnapshotAssembler assembler, JdbcClient jdbc) {
		this.snapshot = new CountedSnapshot<>(jdbc, "live_catalogue", assembler::everything);
	}

	public LiveSnapshot now() {
		return this.snapshot.now();
	}

	@EventListener({ CatalogueChanged.class, AudienceChanged.class, AttributesChanged.class })
	void changed() {
		this.snapshot.count();
	}

	@TransactionalEventListener(classes = { CatalogueChanged.class, AudienceChanged.class, AttributesChanged.class },
			fallbackExecution = true)
	void stands() {
		this.snapshot.expire();
	}

}
