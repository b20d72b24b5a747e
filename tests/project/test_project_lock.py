"""Locks and recovery files: a living owner is respected, a dead one is not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import ROOT
from made_comparisons import made_comparison

from desktop_app.model import ProjectError, Side
from desktop_app.project import (
    Place,
    ProjectLock,
    ProjectLocked,
    Recovery,
    forget,
    left_behind,
    load_project,
    new_project,
    save_project,
)
from desktop_app.project.processes import Owner, this_process


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "work.twicetold"
    save_project(new_project(made_comparison()), path)
    return path


def dead_owner() -> Owner:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return replace(this_process(), pid=done.pid)


def write_lock(target: Path, owner: Owner) -> Path:
    file = ProjectLock(target).file
    file.write_text(json.dumps(owner.encoded() | {"token": "x"}), encoding="utf-8")
    return file


def test_a_second_window_is_kept_out_until_the_first_lets_go(target: Path) -> None:
    first, second = ProjectLock(target), ProjectLock(target)
    with first:
        assert first.held
        first.acquire()
        with pytest.raises(ProjectLocked, match="open in another window; close it"):
            second.acquire()
    second.acquire()
    first.release()
    assert second.file.exists()
    second.release()
    assert not second.file.exists()


@pytest.mark.parametrize("letter", ["a", "é", "中", "😀"])
def test_projects_of_the_longest_names_are_locked_and_saved(tmp_path: Path, letter: str) -> None:
    stem = letter * (240 // len(letter.encode()))
    first, second = tmp_path / f"{stem}.twicetold", tmp_path / f"{stem}b.twicetold"
    with ProjectLock(first):
        save_project(new_project(made_comparison()), first)
        with pytest.raises(ProjectLocked):
            ProjectLock(first).acquire()
        with ProjectLock(second):
            pass
    (tmp_path / f"{ProjectLock(first).file.name}").write_text("stale", encoding="utf-8")
    os.utime(ProjectLock(first).file, (0, 0))
    with ProjectLock(first):
        pass
    assert [entry.name for entry in tmp_path.iterdir()] == [first.name]


def test_a_lock_is_found_through_a_link(target: Path) -> None:
    link = target.with_name("link.twicetold")
    link.symlink_to(target)
    with ProjectLock(link), pytest.raises(ProjectLocked):
        ProjectLock(target).acquire()


def test_the_lock_of_a_dead_process_is_taken_over(target: Path) -> None:
    write_lock(target, dead_owner())
    crumb = target.with_name(f".{target.name}.0123456789ab.tmp")
    crumb.touch()
    with ProjectLock(target) as lock:
        assert lock.held
        assert not crumb.exists()
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no start times here")
def test_a_number_used_again_is_not_the_same_process(target: Path) -> None:
    write_lock(target, replace(this_process(), started="12"))
    with ProjectLock(target) as lock:
        assert lock.held


def test_the_lock_of_another_machine_is_respected(target: Path) -> None:
    write_lock(target, Owner("elsewhere", 1, ""))
    with pytest.raises(ProjectLocked, match="on elsewhere") as caught:
        ProjectLock(target).acquire()
    assert caught.value.owner == Owner("elsewhere", 1, "")


def test_an_unreadable_lock_counts_only_while_it_is_fresh(target: Path) -> None:
    file = ProjectLock(target).file
    file.write_bytes(b"")
    with pytest.raises(ProjectLocked):
        ProjectLock(target).acquire()
    long_ago = time.time() - 60
    os.utime(file, (long_ago, long_ago))
    with ProjectLock(target) as lock:
        assert lock.held


def test_a_folder_that_is_not_there_is_a_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"cannot be written.*another folder"):
        ProjectLock(tmp_path / "none" / "work.twicetold").acquire()


@pytest.mark.skipif(sys.platform != "linux", reason="bounds the size of files")
@pytest.mark.parametrize("stale", [False, True])
def test_a_full_disk_is_a_clear_sentence_and_leaves_nothing(target: Path, stale: bool) -> None:
    if stale:
        write_lock(target, dead_owner())
    before = sorted(entry.name for entry in target.parent.iterdir())
    code = (
        "import resource, sys; from desktop_app.project import ProjectLock; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5, 5)); ProjectLock(sys.argv[1]).acquire()"
    )
    command = [sys.executable, "-c", code, str(target)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert re.search(
        r"ProjectError: The folder of “work.twicetold” cannot be written: .+\. Save", done.stderr
    )
    assert sorted(entry.name for entry in target.parent.iterdir()) == before


def test_only_one_of_many_takes_over_a_stale_lock(target: Path) -> None:
    for _ in range(10):
        write_lock(target, dead_owner())
        locks = [ProjectLock(target) for _ in range(6)]
        start = threading.Barrier(len(locks))

        def take(lock: ProjectLock, start: threading.Barrier = start) -> None:
            start.wait()
            try:
                lock.acquire()
            except ProjectLocked:
                return

        threads = [threading.Thread(target=take, args=(lock,)) for lock in locks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sum(lock.held for lock in locks) == 1
        for lock in locks:
            lock.release()


def test_unsaved_work_of_a_killed_process_is_offered_again(tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    assert left_behind(folder) == []
    program = (
        "import os, sys\n"
        "sys.path[:0] = sys.argv[2:]\n"
        "from made_comparisons import made_comparison\n"
        "from desktop_app.project import Recovery, new_project\n"
        "Recovery(sys.argv[1]).keep(new_project(made_comparison()), '/somewhere/work.twicetold')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    paths = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    done = subprocess.run([sys.executable, "-c", program, str(folder), *paths], check=False)
    assert done.returncode != 0
    (folder / "0123456789abcdef.recovery").write_bytes(b"{broken")
    found = left_behind(folder)
    assert [entry.path for entry in found] == [Path("/somewhere/work.twicetold")]
    assert found[0].project == new_project(made_comparison())
    assert found[0].saved > 0
    forget(found[0])
    assert left_behind(folder) == []
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    "damage",
    [
        {"path": 3},
        {"version": 2},
        {"format": "something else"},
        {"project": []},
        {"project": None},
        {"owner": {"host": "here"}},
    ],
)
def test_damaged_unsaved_work_is_passed_over(tmp_path: Path, damage: dict[str, object]) -> None:
    recovery = Recovery(tmp_path)
    recovery.keep(new_project(made_comparison()), "work.twicetold")
    kept = json.loads(recovery.file.read_bytes())
    kept["owner"]["pid"] = 0
    recovery.file.write_text(json.dumps(kept))
    assert len(left_behind(tmp_path)) == 1
    recovery.file.write_text(json.dumps(kept | damage))
    assert left_behind(tmp_path) == []
    assert recovery.file.exists()


def test_work_of_a_living_window_is_not_offered(tmp_path: Path) -> None:
    project = new_project(made_comparison())
    mine = Recovery(tmp_path)
    mine.keep(project, None)
    mine.keep(replace(project, place=Place(Side.LEFT, 1, 0)), None)
    assert len(list(tmp_path.iterdir())) == 1
    assert left_behind(tmp_path) == []
    mine.discard()
    mine.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_recovery_folder_that_cannot_be_made_is_a_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError, match="cannot be kept aside"):
        Recovery(tmp_path / "file").keep(new_project(made_comparison()), None)


def test_a_locked_project_can_still_be_read(target: Path) -> None:
    with ProjectLock(target):
        assert load_project(target) == new_project(made_comparison())


def test_a_takeover_under_way_is_respected_until_it_is_old(target: Path) -> None:
    write_lock(target, dead_owner())
    lock = ProjectLock(target)
    guard = lock.file.with_name(f"{lock.file.name}.taking")
    guard.touch()
    with pytest.raises(ProjectLocked):
        lock.acquire()
    long_ago = time.time() - 60
    os.utime(guard, (long_ago, long_ago))
    lock.acquire()
    assert lock.held
    lock.release()
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]


def test_a_lock_given_back_during_a_takeover_is_taken(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_lock(target, Owner("elsewhere", 1, ""))
    lock = ProjectLock(target)
    check = ProjectLock._check_stale

    def vanish(self: ProjectLock) -> None:
        file.unlink()
        check(self)

    monkeypatch.setattr(ProjectLock, "_check_stale", vanish)
    lock.acquire()
    assert lock.held
    lock.release()


def test_owners_that_cannot_be_are_not_running() -> None:
    here = this_process()
    assert here.may_run
    assert not replace(here, pid=0).may_run
    assert not replace(here, pid=2**40).may_run
    assert replace(here, host="elsewhere", pid=0).may_run
    assert replace(here, started="").may_run


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux")
def test_a_process_that_ended_unasked_does_not_run() -> None:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    owner = replace(this_process(), pid=child.pid, started="")
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # it has ended, and nobody has asked how
    assert not owner.may_run
    child.wait()
    assert not owner.may_run
    assert this_process().may_run
