package dev.sayso.store;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.shared.DemoContent;
import dev.sayso.shared.Settings;
import dev.sayso.shared.StartupException;

/**
 * Keeps the demo and the real thing apart: a store is one or the other for ever, and only
 * a demo store is given demo content.
 */
@Component
public class Deployment implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(Deployment.class);

	private final Settings settings;

	private final ObjectProvider<DemoContent> contents;

	private final TransactionTemplate transaction;

	private final StoreStatistics statistics;

	private final Clock clock;

	private final boolean demo;

	Deployment(Settings settings, ObjectProvider<DemoContent> contents, TransactionTemplate transaction,
			StoreStatistics statistics, Clock clock, Environment environment) {
		this.settings = settings;
		this.contents = contents;
		this.transaction = transaction;
		this.statistics = statistics;
		this.clock = clock;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	public boolean isDemo() {
		return this.demo;
	}

	@Override
	public void afterSingletonsInstantiated() {
		String kind = this.demo ? "demo" : "real";
		String stored = this.settings.get("store.kind", kind);
		if (!stored.equals(kind)) {
			throw new StartupException(this.demo ? "This store holds real people: the demo does not touch it."
					: "This store was made by the demo, whose passwords everybody knows: name another folder in SAYSO_DATA.");
		}
		this.settings.set("store.kind", kind);
		if (this.demo) {
			List<DemoContent> missing = this.contents.orderedStream()
				.filter((content) -> this.settings.get("demo." + content.name()).isEmpty())
				.toList();
			missing.forEach(this::lay);
			if (!missing.isEmpty()) {
				this.statistics.refresh();
			}
		}
	}

	private void lay(DemoContent content) {
		this.transaction.executeWithoutResult((status) -> {
			content.lay();
			this.settings.set("demo." + content.name(), this.clock.instant().toString());
		});
		log.debug("Laid the demo content {}", content.name());
	}

}
