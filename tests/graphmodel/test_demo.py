from graphmodel.demo import demo_folder


def test_the_demo_study_is_there() -> None:
    with demo_folder() as folder:
        assert (folder / "study.yaml").is_file()
