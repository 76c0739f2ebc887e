package dev.sayso.store;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import dev.sayso.shared.page.PageBanner.Banner;

import static org.assertj.core.api.Assertions.assertThat;

class DiskSpaceTests {

	private static final DiskSpace.Limits LIMITS = new DiskSpace.Limits(DataSize.ofMegabytes(1000),
			DataSize.ofMegabytes(200));

	@ParameterizedTest
	@CsvSource({ "1000, false, 0", "999, false, 1", "200, false, 1", "199, true, 1", "0, true, 1" })
	void warnsBeforeItRefuses(long megabytes, boolean low, int banners) {
		DiskSpace disk = new DiskSpace(() -> DataSize.ofMegabytes(megabytes).toBytes(), LIMITS);
		assertThat(disk.isLow()).isEqualTo(low);
		assertThat(disk.banners()).hasSize(banners)
			.allSatisfy((banner) -> assertThat(banner.code()).isEqualTo(low ? "disk.low" : "disk.warn"));
	}

	@Test
	void theDiskIsAskedOncePerSecondAndNotByWhoReads() throws Exception {
		AtomicInteger asked = new AtomicInteger();
		LongSupplier lately = DiskSpace.lately(() -> DataSize.ofMegabytes(100 + asked.incrementAndGet()).toBytes());
		DiskSpace disk = new DiskSpace(lately, LIMITS);
		StoreOutageFilter filter = new StoreOutageFilter(disk, new StaticMessageSource(), null);
		for (String method : List.of("GET", "HEAD", "OPTIONS")) {
			filter.doFilter(new MockHttpServletRequest(method, "/profiles"), new MockHttpServletResponse(),
					new MockFilterChain());
		}
		assertThat(asked).hasValue(0);
		long began = System.nanoTime();
		for (int i = 0; i < 50; i++) {
			MockHttpServletResponse response = new MockHttpServletResponse();
			filter.doFilter(new MockHttpServletRequest("POST", "/api/v1/profiles"), response, new MockFilterChain());
			assertThat(response.getStatus()).isEqualTo(503);
		}
		assertThat(asked.get()).isBetween(1, 2 + (int) Duration.ofNanos(System.nanoTime() - began).toSeconds());
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> {
			int before = asked.get();
			disk.isLow();
			return asked.get() > before;
		});
	}

	@Test
	void onlyWhoCanMakeRoomIsWarnedAndWhoIsRefusedKnowsWhy() {
		DiskSpace disk = new DiskSpace(() -> DataSize.ofMegabytes(321).toBytes(), LIMITS);
		assertThat(disk.banners()).singleElement()
			.returns(Set.of("ADMIN"), Banner::roles)
			.satisfies((banner) -> assertThat(banner.args()).containsExactly(321L, 200L));
		disk.failed(true);
		assertThat(disk.isLow()).isTrue();
		assertThat(disk.banners()).singleElement().returns(Set.of(), Banner::roles);
	}

}
