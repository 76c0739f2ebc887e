package dev.sayso.store;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Lets a test leave room for noes alone, and take that back.
 */
@TestConfiguration
public class FullDisk {

	private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);

	@Bean
	@Primary
	DiskSpace diskOfTests(DiskSpace.Limits limits) {
		return new DiskSpace(this.free::get, limits);
	}

	public void fill() {
		this.free.set(1 << 20);
	}

	public void empty() {
		this.free.set(Long.MAX_VALUE);
	}

}
