package dev.sayso.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import dev.sayso.shared.SaysoProperties;
import dev.sayso.shared.page.PageBanner;

/**
 * How much room there is to keep things in: where it ends, administrators are warned
 * first, and then nothing but noes is taken. Of PostgreSQL, whose disk is elsewhere, only
 * that it could not write is known.
 */
@Component
public class DiskSpace implements PageBanner {

	/** Less than that takes no write, in bytes. */
	private static final long NOTHING = 256 * 1024;

	private final LongSupplier free;

	private final Limits limits;

	private volatile boolean failed;

	@Autowired
	DiskSpace(SaysoProperties properties, Limits limits) {
		this(properties.embedded() ? lately(() -> usable(properties.data())) : () -> Long.MAX_VALUE, limits);
	}

	DiskSpace(LongSupplier free, Limits limits) {
		this.free = free;
		this.limits = limits;
	}

	/**
	 * How much room has to be free.
	 *
	 * @param warn administrators are warned below
	 * @param refuse nothing but noes is taken below
	 */
	@ConfigurationProperties("sayso.disk")
	record Limits(@DefaultValue("1GB") DataSize warn, @DefaultValue("200MB") DataSize refuse) {

	}

	/** Whether what room there is is kept for noes. */
	public boolean isLow() {
		return this.failed || this.free.getAsLong() < this.limits.refuse().toBytes();
	}

	/** Whether the last write failed, and none succeeded since. */
	boolean hasFailed() {
		return this.failed;
	}

	/** Whether it is worth trying to write. */
	boolean hasAny() {
		return this.free.getAsLong() > NOTHING;
	}

	void failed(boolean failed) {
		this.failed = failed;
	}

	@Override
	public List<Banner> banners() {
		long bytes = this.free.getAsLong();
		if (isLow()) {
			return List.of(new Banner("disk.low", "bad", Set.of(), List.of()));
		}
		return (bytes >= this.limits.warn().toBytes()) ? List.of() : List.of(new Banner("disk.warn", "wait",
				Set.of("ADMIN"), List.of(DataSize.ofBytes(bytes).toMegabytes(), this.limits.refuse().toMegabytes())));
	}

	/** What was so within the last second, so that not each write asks the disk. */
	static LongSupplier lately(LongSupplier number) {
		LoadingCache<Boolean, Long> known = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofSeconds(1))
			.build((key) -> number.getAsLong());
		return () -> known.get(true);
	}

	/** A folder that cannot be asked is not known to be full. */
	private static long usable(Path folder) {
		try {
			return Files.getFileStore(folder).getUsableSpace();
		}
		catch (IOException ex) {
			return Long.MAX_VALUE;
		}
	}

}
